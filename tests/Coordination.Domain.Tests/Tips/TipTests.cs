using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Tips;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Tips;

public sealed class TipTests
{
    private static readonly Officer Village = new("desa.fiktif", "DESA", "DESA-FIKTIF-MALAKA", OfficerRole.Officer, Level.T);

    private static readonly TipReceived Received = new(
        TipChannel.Pulpit, Anonymous: true, TipUrgency.Urgent, "Tawaran kerja admin komputer.", "FKT-1", "53.21.01.2001",
        Subjects: [new(Gagak, TipRole.Recruiter)], Phones: [ElangsPhone]);

    private static readonly TipTriaged Triaged = new(TipCategory.Recruitment, TipPriority.High);
    private static readonly TipAssigned Assigned = new("POLRI", "POLRES-BELU");
    private static readonly TipVerified Verified = new([TipBasis.FieldVisit], "Dua keluarga membenarkan.");
    private static readonly TipUnsubstantiated Unsubstantiated = new([TipBasis.FieldVisit], "Tidak ada yang mengenal.");
    private static readonly TipConverted Converted = new(TipConversion.Case, Stream(7));

    private static Story<Tip, TipEvent, TipCommand> Nothing => Story.Of(TipDecider.Kind);

    private static Story<Tip, TipEvent, TipCommand> Told => Nothing.Given(Village, Monday, Received);

    private static Story<Tip, TipEvent, TipCommand> Sorted => Told.Given(Coordinator, Monday, Triaged);

    private static Story<Tip, TipEvent, TipCommand> Owned => Sorted.Given(Coordinator, Monday, Assigned);

    [Fact]
    public void A_village_takes_down_what_the_public_tells() => Nothing.When(Village, Monday, Received).Then(Received);

    [Fact]
    public void Whoever_the_public_talks_to_takes_its_reports_down_and_the_army_does_not() =>
        AuthorityMatrix.AgenciesFor("ReceiveTip", MondaysDate)
            .ShouldBe(["BP3MI", "DESA", "IMIGRASI", "KP2MI", "LSM", "PEMDA-KAB", "PEMDA-PROV", "POLRI", "SATGAS"]);

    [Fact]
    public void The_same_report_under_a_new_code_is_the_same_report() =>
        Told.When(Village, Tuesday, Received with { TrackingCode = "FKT-2" }).ThenNothing();

    [Fact]
    public void Another_report_under_the_same_reference_is_refused() =>
        Told.When(Village, Tuesday, Received with { Summary = "Lain." }).ThenRefused(TipRefusals.Exists);

    [Fact]
    public void An_anonymous_report_names_nobody_who_made_it()
    {
        Nothing.When(Village, Monday, Received with { ReporterContact = ElangsPhone }).ThenRefused(TipRefusals.AnonymousNamed);
        var named = Received with { Anonymous = false, ReporterContact = ElangsPhone };
        Nothing.When(Village, Monday, named).Then(named);
    }

    [Fact]
    public void A_report_says_something_that_can_be_true_and_has_a_code()
    {
        Nothing.When(Village, Monday, Received with { Summary = "" }).ThenRefused(InputRefusals.Blank, "summary");
        Nothing.When(Village, Monday, Received with { TrackingCode = "" }).ThenRefused(TipRefusals.CodeMissing);
        Nothing.When(Village, Monday, Received with { Village = "00.01" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Nothing.When(Village, Monday, Received with { Departure = new("99") }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Nothing.When(Village, Monday, Received with { OutsidersLodged = -1 }).ThenRefused(TipRefusals.OutOfRange, "outsidersLodged");
        Nothing.When(Village, Monday, Received with { MediaSha256 = ["abc"] }).ThenRefused(TipRefusals.HashMalformed, "mediaSha256[0]");
    }

    [Fact]
    public void Hashes_are_written_in_one_case() =>
        Nothing.When(Village, Monday, Received with { MediaSha256 = [new('A', 64)] }).Then(Received with { MediaSha256 = [Sha256] });

    [Fact]
    public void The_task_force_sorts_it_and_thinks_again_until_there_is_an_outcome()
    {
        Told.When(Coordinator, Monday, Triaged).Then(Triaged);
        var again = Triaged with { Priority = TipPriority.Low };
        Sorted.When(Coordinator, Tuesday, again).Then(again);
        Owned.Given(Belu, Monday, Verified).When(Coordinator, Tuesday, again).ThenRefused(TipRefusals.Answered);
    }

    [Fact]
    public void A_desk_that_has_nothing_to_do_with_it_does_not_sort_it()
    {
        Told.When(Barelang, Monday, Triaged).ThenRefused(TipRefusals.NotDesk);
        Nothing.When(Coordinator, Monday, Triaged).ThenRefused(TipRefusals.Unknown);
    }

    [Fact]
    public void It_is_sorted_before_it_is_given_to_anybody() => Told.When(Coordinator, Monday, Assigned).ThenRefused(TipRefusals.NotTriaged);

    [Fact]
    public void The_owner_reads_it_from_then_on()
    {
        var story = Sorted.When(Coordinator, Monday, Assigned).Then(Assigned);
        TipDecider.Kind.Readers(story.State).ShouldBe(["unit:POLRI/POLRES-BELU"]);
        var further = new TipAssigned("BP3MI", "BP3MI-NTT");
        TipDecider.Kind.Readers(story.When(Belu, Tuesday, further).Then(further).State).ShouldBe(["unit:POLRI/POLRES-BELU", "unit:BP3MI/BP3MI-NTT"]);
    }

    [Fact]
    public void It_is_given_to_a_unit_that_can_look_into_it()
    {
        Sorted.When(Coordinator, Monday, Assigned with { ToUnit = "POLRES-BULAN" }).ThenRefused(ReferenceRefusals.UnknownUnit);
        Sorted.When(Coordinator, Monday, new TipAssigned("KEMENAG", "KEMENAG-PUSAT")).ThenRefused(TipRefusals.CannotOwn);
        Owned.Given(Belu, Monday, Verified).When(Coordinator, Tuesday, new TipAssigned("BP3MI", "BP3MI-NTT")).ThenRefused(TipRefusals.Answered);
        Sorted.When(Barelang, Monday, Assigned).ThenRefused(TipRefusals.NotDesk);
    }

    [Fact]
    public void The_owner_says_what_it_found()
    {
        Owned.When(Belu, Tuesday, Verified).Then(Verified);
        Owned.When(Belu, Tuesday, Unsubstantiated).Then(Unsubstantiated);
        Owned.When(Coordinator, Tuesday, Verified).Then(Verified);
    }

    [Fact]
    public void Nobody_else_says_it()
    {
        Owned.When(Barelang, Tuesday, Verified).ThenRefused(TipRefusals.NotOwner);
        Owned.When(Barelang, Tuesday, Unsubstantiated).ThenRefused(TipRefusals.NotOwner);
        Sorted.When(Coordinator, Tuesday, Verified).ThenRefused(TipRefusals.NotAssigned);
        Nothing.When(Coordinator, Tuesday, Unsubstantiated).ThenRefused(TipRefusals.Unknown);
    }

    [Fact]
    public void A_finding_has_a_basis_and_words()
    {
        Owned.When(Belu, Tuesday, Verified with { Basis = [] }).ThenRefused(InputRefusals.Empty, "basis");
        Owned.When(Belu, Tuesday, Verified with { Summary = "" }).ThenRefused(InputRefusals.Blank, "summary");
        Owned.When(Belu, Tuesday, Unsubstantiated with { Basis = [] }).ThenRefused(InputRefusals.Empty, "basis");
        Owned.When(Belu, Tuesday, Unsubstantiated with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
    }

    [Fact]
    public void What_was_not_borne_out_may_be_later_and_never_the_other_way_round()
    {
        Owned.Given(Belu, Monday, Unsubstantiated).When(Belu, Tuesday, Verified).Then(Verified);
        Owned.Given(Belu, Monday, Verified).When(Belu, Tuesday, Unsubstantiated).ThenRefused(TipRefusals.Answered);
        Owned.Given(Belu, Monday, Verified).When(Belu, Tuesday, Verified with { Summary = "Lain." }).ThenRefused(TipRefusals.Answered);
    }

    [Fact]
    public void A_tip_leads_to_a_case_at_once_when_the_desk_thinks_so()
    {
        Sorted.When(Coordinator, Monday, Converted).Then(Converted);
        Told.When(Coordinator, Monday, Converted).ThenRefused(TipRefusals.NotTriaged);
        Sorted.When(Barelang, Monday, Converted).ThenRefused(TipRefusals.NotDesk);
        Sorted.When(Coordinator, Monday, Converted with { Target = Guid.Empty }).ThenRefused(InputRefusals.Blank, "target");
        Owned.Given(Belu, Monday, Unsubstantiated).When(Belu, Tuesday, Converted).ThenRefused(TipRefusals.Answered);
    }

    [Fact]
    public void A_tip_may_lead_to_more_than_one_thing()
    {
        var profile = Converted with { Into = TipConversion.BrokerProfile, Target = Stream(8) };
        Sorted.Given(Coordinator, Monday, Converted).When(Coordinator, Tuesday, profile).Then(profile);
    }

    [Fact]
    public void The_reporter_hears_that_it_arrived_and_later_what_came_of_it()
    {
        var arrived = new ReporterInformed(FeedbackText.Received);
        var acted = new ReporterInformed(FeedbackText.ActedOn);
        var story = Owned.When(Coordinator, Monday, arrived).Then(arrived);
        story.State.IsReporterInformed.ShouldBeFalse();
        story.When(Coordinator, Monday, acted).ThenRefused(TipRefusals.NothingToTell);
        story.Given(Belu, Monday, Verified).When(Belu, Tuesday, acted).Then(acted).State.IsReporterInformed.ShouldBeTrue();
        Owned.When(Barelang, Tuesday, arrived).ThenRefused(TipRefusals.NotDesk);
    }

    [Fact]
    public void Everybody_whom_a_report_is_about_is_found_by_it() =>
        (Received with { Subjects = [new(Gagak, TipRole.Recruiter), new(Bakung, TipRole.Departed)] }).Persons().ShouldBe([Gagak, Bakung]);
}
