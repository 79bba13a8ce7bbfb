using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

public sealed class ReturnTests
{
    private static readonly RepatriationPlanned Home =
        new(ReturnRoute.WithinIndonesia, "53.21", MondaysDate.AddDays(14), [ReturnCheck.RiskAssessed, ReturnCheck.ReceiverConfirmed]);

    private static readonly HandedToLocalGovernment Handed = new("PEMDA-KAB", "PEMDA-MALAKA", "BAST 1");
    private static readonly LocalGovernmentAcknowledged Acknowledged = new();
    private static readonly ReintegrationPlanAgreed Plan = new([ReintegrationPart.Livelihood, ReintegrationPart.Training], "Bengkel las.");

    private static Story<Protection, ProtectionEvent, ProtectionCommand> Nothing => Story.Of(ProtectionDecider.Kind);

    private static Story<Protection, ProtectionEvent, ProtectionCommand> Agreed =>
        Nothing.Given(Kepri, Monday, new ServiceConsentGiven(Enum.GetValues<ServiceKind>(), ConsentGiver.Self, Teratai));

    private static Story<Protection, ProtectionEvent, ProtectionCommand> Planned => Agreed.Given(Kepri, Monday, Plan);

    [Theory]
    [InlineData(ReturnRoute.IntoIndonesia, "53.21", true)]
    [InlineData(ReturnRoute.WithinIndonesia, "53.21", true)]
    [InlineData(ReturnRoute.OutOfIndonesia, "VN", true)]
    [InlineData(ReturnRoute.OutOfIndonesia, "53.21", false)]
    [InlineData(ReturnRoute.OutOfIndonesia, "ID", false)]
    [InlineData(ReturnRoute.WithinIndonesia, "VN", false)]
    public void Indonesians_and_foreigners_go_home(ReturnRoute route, string destination, bool fits)
    {
        var answer = Agreed.When(Kepri, Monday, Home with { Route = route, Destination = destination });
        if (fits)
            answer.Then(Home with { Route = route, Destination = destination });
        else
            answer.ThenRefused(ProtectionRefusals.DestinationUnknown);
    }

    [Fact]
    public void The_checklist_grows_until_it_is_done()
    {
        var more = Home with { Checked = Enum.GetValues<ReturnCheck>() };
        Agreed.Given(Kepri, Monday, Home).When(Kepri, Tuesday, more).Then(more);
    }

    [Fact]
    public void An_escort_and_an_arrival_follow_a_plan()
    {
        Agreed.When(Kepri, Monday, new EscortAssigned("BP3MI")).ThenRefused(ProtectionRefusals.NotPlanned);
        Agreed.When(Kepri, Monday, new ArrivedAtOrigin()).ThenRefused(ProtectionRefusals.NotPlanned);
        Nothing.When(Kepri, Monday, new ArrivedAtOrigin()).ThenRefused(ProtectionRefusals.Unknown);
        var planned = Agreed.Given(Kepri, Monday, Home);
        planned.When(Kepri, Monday, new EscortAssigned("BP3MI", "BP3MI-NTT")).Then(new EscortAssigned("BP3MI", "BP3MI-NTT"));
        planned.When(Kepri, Monday, new EscortAssigned("BP3MI", "BP3MI-X")).ThenRefused(ReferenceRefusals.UnknownUnit);
        planned.When(Kepri, Monday, new ArrivedAtOrigin("Sehat.")).Then(new ArrivedAtOrigin("Sehat."));
    }

    [Fact]
    public void A_government_takes_over_and_says_so_itself()
    {
        var handed = Agreed.When(Kepri, Monday, Handed).Then(Handed);
        ProtectionDecider.Kind.Readers(handed.State).ShouldContain("unit:PEMDA-KAB/PEMDA-MALAKA");
        handed.When(Kepri, Tuesday, Acknowledged).ThenRefused(ProtectionRefusals.NotAddressee);
        handed.When(Malaka, Tuesday, Acknowledged).Then(Acknowledged);
        Agreed.When(Malaka, Tuesday, Acknowledged).ThenRefused(ProtectionRefusals.NotHanded);
        Nothing.When(Malaka, Tuesday, Acknowledged).ThenRefused(ProtectionRefusals.Unknown);
    }

    [Fact]
    public void A_handover_is_to_a_government_under_a_number()
    {
        Agreed.When(Kepri, Monday, Handed with { RecordNumber = "" }).ThenRefused(InputRefusals.Blank, "recordNumber");
        Agreed.When(Kepri, Monday, Handed with { Unit = "PEMDA-X" }).ThenRefused(ReferenceRefusals.UnknownUnit);
        Agreed.When(Kepri, Monday, Handed with { Agency = "POLRI", Unit = "POLRES-BELU" }).ThenRefused(ProtectionRefusals.NotLocalGovernment);
        var elsewhere = Handed with { Unit = "PEMDA-BELU" };
        Agreed.Given(Kepri, Monday, Handed).When(Kepri, Tuesday, elsewhere).Then(elsewhere);
        Agreed.Given(Kepri, Monday, Handed).Given(Malaka, Monday, Acknowledged).When(Kepri, Tuesday, elsewhere)
            .ThenRefused(ProtectionRefusals.HandedElsewhere);
    }

    [Fact]
    public void A_plan_of_reintegration_is_agreed_and_may_change()
    {
        var agreed = Agreed.When(Malaka, Monday, Plan).Then(Plan);
        agreed.When(Malaka, Tuesday, Plan with { Goals = "Ternak." }).Then(Plan with { Goals = "Ternak." }).State.ReintegrationSince.ShouldBe(Monday);
        Agreed.When(Malaka, Monday, Plan with { Parts = [] }).ThenRefused(InputRefusals.Empty, "parts");
        Agreed.When(Malaka, Monday, Plan with { Goals = "" }).ThenRefused(InputRefusals.Blank, "goals");
    }

    [Fact]
    public void Grants_training_and_visits_follow_a_plan()
    {
        var grant = new LivelihoodGrantGiven(7_500_000, "KW 1", "Mesin las.");
        Agreed.When(Malaka, Monday, grant).ThenRefused(ProtectionRefusals.NoReintegrationPlan);
        Agreed.When(Malaka, Monday, new FollowUpVisited(FollowUp.Day30)).ThenRefused(ProtectionRefusals.NoReintegrationPlan);
        Planned.When(Malaka, Monday, grant).Then(grant);
        Planned.When(Malaka, Monday, grant with { Rupiah = 0 }).ThenRefused(ProtectionRefusals.AmountOutOfRange);
        Planned.When(Malaka, Monday, grant with { ReceiptNumber = "", Purpose = "" }).ThenRefused(InputRefusals.Blank, "receiptNumber", "purpose");
        Planned.When(Malaka, Monday, new TrainingCompleted("Las.")).Then(new TrainingCompleted("Las."));
        Planned.When(Malaka, Monday, new TrainingCompleted("")).ThenRefused(InputRefusals.Blank, "programme");
    }

    [Fact]
    public void Who_was_not_met_may_be_met_later_and_who_was_met_was()
    {
        var missed = Planned.When(Malaka, Monday, new FollowUpVisited(FollowUp.Day30, Met: false)).Then(new FollowUpVisited(FollowUp.Day30, Met: false));
        missed.When(Malaka, Tuesday, new FollowUpVisited(FollowUp.Day30)).Then(new FollowUpVisited(FollowUp.Day30))
            .When(Malaka, Tuesday, new FollowUpVisited(FollowUp.Day30, Met: false)).ThenNothing();
    }

    [Fact]
    public void Reintegration_is_complete_when_the_person_was_met_at_every_visit()
    {
        var completed = new ReintegrationClosed(ReintegrationEnd.Completed);
        Planned.Given(Malaka, Monday, new FollowUpVisited(FollowUp.Day30), new FollowUpVisited(FollowUp.Day90, Met: false)).When(Malaka, Monday, completed)
            .ThenRefused(ProtectionRefusals.FollowUpsOpen, "Day90", "Day180", "Day365");
        Planned.Given(Malaka, Monday, [.. Enum.GetValues<FollowUp>().Select(milestone => new FollowUpVisited(milestone))]).When(Malaka, Monday, completed)
            .Then(completed);
        var wish = new ReintegrationClosed(ReintegrationEnd.OwnWish);
        Planned.When(Malaka, Monday, wish).Then(wish).When(Malaka, Tuesday, completed).ThenRefused(ProtectionRefusals.Closed);
        Nothing.When(Malaka, Monday, wish).ThenRefused(ProtectionRefusals.Unknown);
    }

    [Fact]
    public void A_new_danger_opens_closed_services_again()
    {
        var seen = new ReVictimisationDetected("Sponsor yang sama.");
        Planned.Given(Malaka, Monday, new ReintegrationClosed(ReintegrationEnd.OwnWish)).When(Sekupang, Tuesday, seen).Then(seen).State.Closed.ShouldBeNull();
        Planned.When(Sekupang, Tuesday, seen with { Circumstances = "" }).ThenRefused(InputRefusals.Blank, "circumstances");
        Nothing.When(Sekupang, Tuesday, seen).ThenRefused(ProtectionRefusals.Unknown);
    }
}
