using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

public sealed class P3MITests
{
    internal static readonly P3MIRegistered Registered = new("FK-001", "PT Fiktif Samudra Jaya", LicenceStatus.Active, Branches: ["35.78"]);
    internal static readonly P3MIInspected Inspected = new("BAP/18", "Kantor cabang.");
    internal static readonly FindingRaised Raised = new("T-01", "BAP/18", "BIAYA-BERLEBIH", "Biaya melebihi ketentuan.");
    internal static readonly CorrectiveActionDue Demanded = new("T-01", "Kembalikan.", MondaysDate.AddDays(14));
    private static readonly CorrectiveActionCompleted Completed = new("T-01", "Bukti diperiksa.");
    private static readonly LicenceStatusChanged Suspended = new(LicenceStatus.Suspended, MondaysDate.AddDays(1));

    internal static readonly Officer Ministry = new("kp2mi.pusat", "KP2MI", "KP2MI-PUSAT", OfficerRole.Officer, Level.R);

    internal static Story<P3MI, P3MIEvent, P3MICommand> Nothing => Story.Of(P3MIDecider.Kind);

    internal static Story<P3MI, P3MIEvent, P3MICommand> Company => Nothing.Given(Ministry, Monday, Registered);

    internal static Story<P3MI, P3MIEvent, P3MICommand> WithFinding => Company.Given(Kepri, Monday, Inspected, Raised);

    [Fact]
    public void The_ministry_registers_a_company()
    {
        Nothing.When(Ministry, Monday, Registered).Then(Registered).State.MayPlaceOn(MondaysDate).ShouldBeTrue();
        Nothing.When(Kepri, Monday, Registered).ThenRefused(P3MIRefusals.NotMinistry);
        Company.When(Ministry, Tuesday, Registered with { LicenceNumber = "FK-002" }).ThenRefused(P3MIRefusals.Exists);
        Nothing.When(Ministry, Monday, Registered with { CompanyName = "" }).ThenRefused(InputRefusals.Blank, "companyName");
        Nothing.When(Ministry, Monday, Registered with { Branches = ["99"] }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
    }

    [Fact]
    public void A_change_of_licence_counts_from_its_day_and_is_told_once()
    {
        var story = Company.When(Ministry, Tuesday, Suspended).Then(Suspended);
        story.State.MayPlaceOn(Suspended.Since).ShouldBeFalse();
        story.When(Ministry, Tuesday.AddDays(3), Suspended with { Since = MondaysDate.AddDays(4) }).ThenNothing();
        Company.When(Kepri, Tuesday, Suspended).ThenRefused(P3MIRefusals.NotMinistry);
        Nothing.When(Ministry, Tuesday, Suspended).ThenRefused(P3MIRefusals.Unknown);
        story.When(Ministry, Tuesday, new LicenceStatusChanged(LicenceStatus.Active, MondaysDate.AddDays(-3))).ThenRefused(P3MIRefusals.StatusBeforeLast);
    }

    [Fact]
    public void An_inspection_has_a_number_and_says_what_was_seen()
    {
        Company.When(Kepri, Monday, Inspected).Then(Inspected);
        Company.When(Kepri, Monday, Inspected with { InspectionNumber = "", Summary = "" }).ThenRefused(InputRefusals.Blank, "inspectionNumber", "summary");
        Nothing.When(Kepri, Monday, Inspected).ThenRefused(P3MIRefusals.Unknown);
    }

    [Fact]
    public void A_finding_belongs_to_an_inspection()
    {
        Company.Given(Kepri, Monday, Inspected).When(Kepri, Monday, Raised).Then(Raised);
        Company.When(Kepri, Monday, Raised).ThenRefused(P3MIRefusals.UnknownInspection);
        WithFinding.When(Malaka, Tuesday, Raised).ThenRefused(P3MIRefusals.FindingExists);
        Company.Given(Kepri, Monday, Inspected).When(Kepri, Monday, Raised with { Description = "" }).ThenRefused(InputRefusals.Blank, "description");
        Nothing.When(Kepri, Monday, Raised).ThenRefused(P3MIRefusals.Unknown);
    }

    [Fact]
    public void A_correction_is_demanded_by_a_day_and_said_to_be_done()
    {
        var demanded = WithFinding.When(Kepri, Monday, Demanded).Then(Demanded);
        demanded.When(Kepri, Tuesday, Demanded with { DueOn = MondaysDate.AddDays(20) }).Then(Demanded with { DueOn = MondaysDate.AddDays(20) });
        var done = demanded.When(Kepri, Tuesday, Completed).Then(Completed);
        done.When(Kepri, Tuesday, Demanded).ThenRefused(P3MIRefusals.FindingClosed);
    }

    [Fact]
    public void What_is_demanded_or_done_is_about_a_finding()
    {
        Company.When(Kepri, Monday, Demanded).ThenRefused(P3MIRefusals.UnknownFinding);
        WithFinding.When(Kepri, Monday, Demanded with { Action = "" }).ThenRefused(InputRefusals.Blank, "action");
        WithFinding.When(Kepri, Monday, Demanded with { DueOn = MondaysDate.AddDays(-1) }).ThenRefused(P3MIRefusals.DueInPast);
        Company.When(Kepri, Monday, Completed).ThenRefused(P3MIRefusals.UnknownFinding);
        WithFinding.When(Kepri, Monday, Completed).ThenRefused(P3MIRefusals.NothingDemanded);
        WithFinding.Given(Kepri, Monday, Demanded).When(Kepri, Monday, Completed with { Explanation = "" }).ThenRefused(InputRefusals.Blank, "explanation");
        Nothing.When(Kepri, Monday, Demanded).ThenRefused(P3MIRefusals.Unknown);
        Nothing.When(Kepri, Monday, Completed).ThenRefused(P3MIRefusals.Unknown);
    }

    [Fact]
    public void The_ministry_its_offices_and_who_inspected_read_it() => P3MIDecider.Kind.Readers(Company.Given(Malaka, Monday, Inspected).State)
        .ShouldBe([Audiences.Agency("KP2MI"), Audiences.Agency("BP3MI"), Audiences.Unit("PEMDA-KAB", "PEMDA-MALAKA")]);
}
