using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Privacy;

public sealed class ErasureTests
{
    private static readonly ErasureRequested Requested = new(Teratai, ErasureGround.SubjectRequest, "Permintaan tertulis.");
    private static readonly RequestErasure Request = new(Requested, "IMIGRASI");
    private static readonly ApproveErasure Approve = new(new ErasureApproved(), []);
    private static readonly ErasureCarriedOut Done = new(3, 1, Tuesday, new DateOnly(2026, 3, 4));
    private static readonly Officer Head = Batam with { Id = "imigrasi.batam.kepala", Role = OfficerRole.UnitHead };

    private static Story<Erasure, ErasureEvent, ErasureCommand> Nothing => Story.Of(ErasureDecider.Kind);

    private static Story<Erasure, ErasureEvent, ErasureCommand> Asked => Nothing.Given(Batam, Monday, Requested);

    [Fact]
    public void The_agency_that_introduced_a_person_may_ask() => Nothing.When(Batam, Monday, Request).Then(Requested);

    [Fact]
    public void Another_agency_learns_nothing_of_the_person()
    {
        Nothing.When(Barelang, Monday, Request).ThenRefused(ErasureRefusals.PersonUnknown);
        Nothing.When(Batam, Monday, Request with { IntroducedBy = null }).ThenRefused(ErasureRefusals.PersonUnknown);
    }

    [Fact]
    public void A_request_gives_its_reason() =>
        Nothing.When(Batam, Monday, Request with { Fact = Requested with { Reason = " " } }).ThenRefused(InputRefusals.Blank);

    [Fact]
    public void One_erasure_is_of_one_person() =>
        Asked.When(Batam, Tuesday, Request with { Fact = Requested with { Person = Bakung } }).ThenRefused(ErasureRefusals.Exists);

    [Fact]
    public void A_second_person_of_the_same_agency_decides() => Asked.When(Head, Tuesday, Approve).Then(Approve.Fact);

    [Fact]
    public void Nobody_approves_alone_nor_without_answering_for_a_unit_nor_for_another_agency()
    {
        Nothing.Given(Head, Monday, Requested).When(Head, Tuesday, Approve).ThenRefused(ErasureRefusals.SamePerson);
        Asked.When(Kupang, Tuesday, Approve).ThenRefused(ErasureRefusals.SecondPersonNeeded);
        Asked.When(Coordinator, Tuesday, Approve).ThenRefused(ErasureRefusals.Unknown);
        Nothing.When(Head, Tuesday, Approve).ThenRefused(ErasureRefusals.Unknown);
    }

    [Fact]
    public void What_is_still_needed_is_not_erased()
    {
        Asked.When(Head, Tuesday, Approve with { Holds = ["court", "open_case"] }).ThenRefused(ErasureRefusals.OnHold, "court", "open_case");
        Asked.When(Head, Tuesday, Approve.Fact).ThenRefused(ErasureRefusals.OnHold, "not_checked");
    }

    [Fact]
    public void A_refusal_gives_its_reason_and_stands()
    {
        Asked.When(Head, Tuesday, new ErasureRefused("")).ThenRefused(InputRefusals.Blank);
        var refused = Asked.When(Head, Tuesday, new ErasureRefused("Masih diperlukan.")).Then(new ErasureRefused("Masih diperlukan."));
        refused.When(Head, Tuesday, Approve).ThenRefused(ErasureRefusals.Decided);
        Asked.Given(Head, Tuesday, Approve.Fact).When(Head, Tuesday, new ErasureRefused("Terlambat.")).ThenRefused(ErasureRefusals.Decided);
        Asked.When(Batam, Tuesday, new ErasureRefused("Sendiri.")).ThenRefused(ErasureRefusals.SamePerson);
    }

    [Fact]
    public void Texts_that_go_as_well_are_chosen_before_the_decision_from_what_is_offered_and_another_person_decides_on_all_of_it()
    {
        Guid[] offered = [Guid.CreateVersion7(Monday), Guid.CreateVersion7(Monday)];
        var choose = new ChooseNarratives(new([offered[0]]), offered.ToHashSet());
        Asked.When(Head, Tuesday, choose).Then(choose.Fact).When(Head, Tuesday, choose).ThenNothing();
        Asked.When(Batam, Tuesday, choose).ThenRefused(ErasureRefusals.SecondPersonNeeded);
        Asked.When(Coordinator, Tuesday, choose).ThenRefused(ErasureRefusals.Unknown);
        Asked.When(Head, Tuesday, choose with { Fact = new([Guid.CreateVersion7(Tuesday)]) }).ThenRefused(ErasureRefusals.NotOffered);
        var chosen = Asked.Given(Head, Tuesday, choose.Fact);
        chosen.When(Head, Tuesday, Approve).ThenRefused(ErasureRefusals.SamePerson);
        chosen.When(Head with { Id = "imigrasi.batam.wakil" }, Tuesday, Approve).Then(Approve.Fact).When(Head, Tuesday, choose with { Fact = new([]) })
            .ThenRefused(ErasureRefusals.Decided);
    }

    [Fact]
    public void Only_an_approved_erasure_is_carried_out()
    {
        Asked.When(Officer.System, Tuesday, Done).ThenRefused(ErasureRefusals.NotApproved);
        Asked.Given(Head, Tuesday, Approve.Fact).When(Officer.System, Tuesday, Done).Then(Done);
    }
}
