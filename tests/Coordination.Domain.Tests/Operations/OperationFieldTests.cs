using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Operations.Plan;

namespace Coordination.Domain.Tests.Operations;

public sealed class OperationFieldTests
{
    private static readonly PersonSecured Secured = new(Gagak, "Izin tidak sesuai.");

    public static TheoryData<FieldEvent> Field => [MetGagak, Secured, FoundTeratai, Seized, Inspected];

    [Theory]
    [MemberData(nameof(Field))]
    public void What_happens_in_the_field_is_recorded_by_every_agency_that_takes_part(FieldEvent happened)
    {
        Running.When(Barelang, Night.AddHours(1), happened).Then(happened);
        Running.When(Malaka, Night.AddHours(1), happened).ThenRefused(OperationRefusals.NotParticipant);
        Nothing.When(Batam, Night, happened).ThenRefused(OperationRefusals.Unknown);
    }

    [Theory]
    [MemberData(nameof(Field))]
    public void It_happened_between_start_and_conclusion_and_is_recorded_up_to_three_days_after(FieldEvent happened)
    {
        Ready.When(Batam, Night, happened).ThenRefused(OperationRefusals.NotStarted);
        Running.When(Batam, Night.AddHours(-1), happened).ThenRefused(OperationRefusals.OutsideOperation);
        var over = Running.Given(Batam, Dawn, new OperationConcluded([], "Kosong."));
        var command = OperationDecider.CommandFor(happened);
        var late = By(Batam, Night.AddHours(2)) with { RecordedAt = Dawn.AddDays(3) };
        over.When(late, command).Then(happened);
        over.When(late with { RecordedAt = Dawn.AddDays(3).AddSeconds(1) }, command).ThenRefused(OperationRefusals.RecordedTooLate);
        over.When(Batam, Dawn.AddHours(1), happened).ThenRefused(OperationRefusals.OutsideOperation);
        over.Given(Batam, Dawn.AddDays(1), Draft, new JointOperationReportFinalised(1)).When(late, command).ThenRefused(OperationRefusals.Closed);
    }

    [Fact]
    public void What_was_written_down_last_may_have_happened_first()
    {
        var inOrder = Running.Given(Batam, Night.AddHours(1), MetGagak).Given(Barelang, Night.AddHours(2), FoundTeratai).State;
        var reversed = Running.Given(Barelang, Night.AddHours(2), FoundTeratai).Given(Batam, Night.AddHours(1), MetGagak).State;
        reversed.People.Select(met => met.Person).ShouldBe(inOrder.People.Select(met => met.Person));
        Running.Given(Batam, Night.AddHours(2), MetGagak).Given(Batam, Night.AddHours(1), Secured).State.Find(Gagak)!.Since.ShouldBe(Night.AddHours(1));
    }

    [Fact]
    public void Records_are_well_formed()
    {
        Running.When(Batam, Night, MetGagak with { Nationality = "Cina" }).ThenRefused(OperationRefusals.NationalityMalformed);
        Running.When(Batam, Night, Secured with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Running.When(Batam, Night, FoundTeratai with { Signs = [] }).ThenRefused(InputRefusals.Empty, "signs");
        Running.When(Batam, Night, Seized with { Item = "", Description = "", Storage = "" })
            .ThenRefused(InputRefusals.Blank, "item", "description", "storage");
        Running.When(Batam, Night, Seized with { Quantity = 0 }).ThenRefused(OperationRefusals.QuantityInvalid);
        Running.When(Batam, Night, Seized with { Sha256 = "12" }).ThenRefused(OperationRefusals.Sha256Malformed);
        Running.When(Batam, Night, Inspected with { Site = "", Description = "" }).ThenRefused(InputRefusals.Blank, "site", "description");
        Running.When(Batam, Night, Inspected with { Place = "99" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Running.When(Batam, Night, Inspected with { MediaSha256 = [Sha256, "foto-1"] }).ThenRefused(OperationRefusals.Sha256Malformed);
        Running.When(Batam, Night, Inspected with { MediaSha256 = [Sha256] }).Then(Inspected with { MediaSha256 = [Sha256] });
    }

    [Fact]
    public void A_number_is_given_once()
    {
        Running.Given(Batam, Night, Seized).When(Barelang, Night, Seized with { Quantity = 9 }).ThenRefused(OperationRefusals.ItemExists);
        Running.Given(Batam, Night, Inspected).When(Barelang, Night, Inspected with { Description = "Lain" }).ThenRefused(OperationRefusals.ItemExists);
    }

    [Fact]
    public void A_person_can_be_told_of_better_later() =>
        Running.Given(Batam, Night, MetGagak).When(Batam, Night, MetGagak with { Permit = StayPermit.LimitedStay })
            .Then(MetGagak with { Permit = StayPermit.LimitedStay }).State.People.Count.ShouldBe(1);

    [Fact]
    public void Whoever_is_met_as_under_18_is_counted_as_a_child()
    {
        Running.Given(Batam, Night, MetGagak).State.Find(Gagak)!.IsChild.ShouldBeFalse();
        Running.Given(Batam, Night, MetGagak with { Age = AgeBand.Under18 }).State.Find(Gagak)!.IsChild.ShouldBeTrue();
        Running.Given(Batam, Night, FoundTeratai with { IsChild = false, Signs = [VictimSign.Minor] }).State.Find(Teratai)!.IsChild.ShouldBeTrue();
    }

    [Fact]
    public void A_hash_is_kept_in_lower_case() =>
        Running.When(Batam, Night, Seized with { Sha256 = new('A', 64) }).Then(Seized with { Sha256 = new('a', 64) });

    [Fact]
    public void A_conclusion_names_everybody_who_was_met()
    {
        var running = Running.Given(Batam, Night, MetGagak).Given(Batam, Night, FoundTeratai);
        running.When(Batam, Dawn, ConcludedAll).Then(ConcludedAll).When(Batam, Dawn, new OperationConcluded([Bakung], "x"))
            .ThenRefused(OperationRefusals.AlreadyConcluded);
        running.When(Batam, Dawn, ConcludedAll with { People = [Gagak] }).ThenRefused(OperationRefusals.PersonsMissing, Teratai.Code);
        running.When(Batam, Dawn, ConcludedAll with { People = [Gagak, Teratai, Bakung] }).ThenRefused(OperationRefusals.PersonUnknown, Bakung.Code);
        running.When(Batam, Dawn, ConcludedAll with { Summary = "" }).ThenRefused(InputRefusals.Blank, "summary");
        running.When(Batam, Night.AddHours(-1), ConcludedAll).ThenRefused(OperationRefusals.OutsideOperation);
        running.When(Barelang, Dawn, ConcludedAll).ThenRefused(OperationRefusals.NotLead);
        Ready.When(Batam, Dawn, ConcludedAll).ThenRefused(OperationRefusals.NotStarted);
        Ready.Given(Batam, Night, new OperationCancelled("x")).When(Batam, Dawn, ConcludedAll).ThenRefused(OperationRefusals.Closed);
    }

    [Fact]
    public void Somebody_met_and_recorded_after_the_conclusion_needs_an_outcome_like_all() =>
        Over.Given(By(Batam, Night.AddHours(3)) with { RecordedAt = Dawn.AddDays(1) }, MetGagak with { Person = Bakung })
            .State.WithoutOutcome.Select(met => met.Person).ShouldBe([Gagak, Teratai, Bakung]);

    [Fact]
    public void Each_person_gets_an_outcome()
    {
        var outcome = Outcome(Gagak, OperationOutcome.AdministrativeAction);
        Over.When(Batam, Dawn, outcome).Then(outcome).State.WithoutOutcome.Select(met => met.Person).ShouldBe([Teratai]);
        Over.When(Batam, Dawn, Outcome(Gagak, OperationOutcome.Release)).Then(Outcome(Gagak, OperationOutcome.Release));
        Over.When(Batam, Dawn, Outcome(Bakung, OperationOutcome.Release)).ThenRefused(OperationRefusals.PersonUnknown, Bakung.Code);
        Over.When(Batam, Dawn, outcome with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Over.When(Batam, Dawn, outcome with { Receiver = null }).ThenRefused(OperationRefusals.ReceiverNeeded);
        Over.When(Batam, Dawn, outcome with { Receiver = new("POLRI", "X") }).ThenRefused(ReferenceRefusals.UnknownUnit, "unit");
        Over.When(Barelang, Dawn, outcome).ThenRefused(OperationRefusals.NotLead);
        Ready.When(Batam, Dawn, outcome).ThenRefused(OperationRefusals.NotStarted);
        Drafted.Given(Batam, Dawn.AddDays(2), new JointOperationReportFinalised(1)).When(Batam, Dawn, Outcome(Gagak, OperationOutcome.Release))
            .ThenRefused(OperationRefusals.Closed);
    }

    [Theory]
    [InlineData(OperationOutcome.AdministrativeAction)]
    [InlineData(OperationOutcome.ProJustitia)]
    public void No_punitive_outcome_for_a_suspected_victim_of_any_agency(OperationOutcome punitive)
    {
        Over.When(Batam, Dawn, Outcome(Teratai, punitive)).ThenRefused(OperationRefusals.VictimShield);
        Over.When(Batam, Dawn, new AssignOperationOutcome(Outcome(Gagak, punitive), VictimStatus.Suspected)).ThenRefused(OperationRefusals.VictimShield);
        Over.When(Batam, Dawn, Outcome(Teratai, OperationOutcome.Protection)).Then(Outcome(Teratai, OperationOutcome.Protection));
    }

    [Fact]
    public void A_punitive_outcome_is_withdrawn_once_some_agency_suspects_the_person_and_another_is_owed()
    {
        var withdrawn = new PunitiveOutcomeWithdrawn(Gagak);
        var after = Drafted.When(Officer.System, Dawn.AddDays(2), withdrawn).Then(withdrawn);
        after.State.WithoutOutcome.Select(met => met.Person).ShouldBe([Gagak]);
        after.State.DraftIsOutdated.ShouldBeTrue();
        after.When(Officer.System, Dawn.AddDays(2), withdrawn).ThenNothing();
        Drafted.When(Officer.System, Dawn, new PunitiveOutcomeWithdrawn(Teratai)).ThenNothing();
        Nothing.When(Officer.System, Dawn, withdrawn).ThenRefused(OperationRefusals.Unknown);
    }

    [Fact]
    public void Another_outcome_is_found_even_after_the_final_report()
    {
        var final = Drafted.Given(Batam, Dawn.AddDays(2), new JointOperationReportFinalised(1))
            .Given(Officer.System, Dawn.AddDays(9), new PunitiveOutcomeWithdrawn(Gagak));
        final.State.Status.ShouldBe(OperationStatus.Final);
        OperationClocks.Clock.Running(final.State).ShouldHaveSingleItem().Due.ShouldBe(Dawn.AddDays(10));
        final.When(Batam, Dawn.AddDays(9), Outcome(Teratai, OperationOutcome.Release)).ThenRefused(OperationRefusals.Closed);
        var found = Outcome(Gagak, OperationOutcome.Protection);
        OperationClocks.Clock.Running(final.When(Batam, Dawn.AddDays(9), found).Then(found).State).ShouldBeEmpty();
    }

    [Fact]
    public void A_punitive_outcome_ends_when_the_person_turns_out_to_be_a_victim()
    {
        var found = Over.Given(Batam, Dawn, Outcome(Gagak, OperationOutcome.AdministrativeAction))
            .Given(By(Barelang, Night.AddHours(2)) with { RecordedAt = Dawn.AddHours(5) }, FoundTeratai with { Person = Gagak });
        found.State.WithoutOutcome.Select(met => met.Person).ShouldContain(Gagak);
        Over.Given(Batam, Dawn, Outcome(Gagak, OperationOutcome.Police)).Given(Barelang, Dawn, FoundTeratai with { Person = Gagak })
            .State.Find(Gagak)!.Outcome.ShouldNotBeNull();
    }
}
