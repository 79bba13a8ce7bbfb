using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Prosecution.MatterStory;

namespace Coordination.Domain.Tests.Prosecution;

/// <summary>Who may investigate what, and how a matter moves from one to the other.</summary>
public sealed class InvestigationTests
{
    private static readonly OffenceReclassified ToSmuggling =
        new(Offence.Trafficking, Offence.Smuggling, "IMIGRASI", "Tanpa tujuan eksploitasi.", "KANIM-BATAM", ["UU-1-2023:457"]);

    [Fact]
    public void Immigration_investigates_smuggling() => Nothing.When(Batam, Monday, ByImmigration).Then(ByImmigration);

    [Fact]
    public void Immigration_cannot_open_an_investigation_of_trafficking()
    {
        Nothing.When(Batam, Monday, ByImmigration with { Articles = ["UU-21-2007:4"] }).ThenRefused(ProsecutionRefusals.TraffickingIsPolice);
        Nothing.When(Batam, Monday, ByImmigration with { Articles = ["UU-1-2023:457", "UU 21/2007 Ps 10"] })
            .ThenRefused(ProsecutionRefusals.TraffickingIsPolice);
    }

    [Fact]
    public void Immigration_investigates_nothing_beyond_its_law() =>
        Nothing.When(Batam, Monday, ByImmigration with { Articles = ["UU-18-2017:81", "UU-6-2011:120"] })
            .ThenRefused(ProsecutionRefusals.OutOfReach, "articles[0]");

    [Fact]
    public void The_police_investigate_after_a_report()
    {
        Nothing.When(Barelang, Monday, ByPolice).ThenRefused(ProsecutionRefusals.NoReport);
        Reported.When(Barelang, Monday, ByPolice).Then(ByPolice).State.Evidence.ShouldBe([Phone]);
        Reported.When(Belu, Monday, ByPolice).ThenRefused(ProsecutionRefusals.OtherUnit);
    }

    [Fact]
    public void An_investigation_has_an_order_and_charges()
    {
        Nothing.When(Batam, Monday, ByImmigration with { OrderNumber = "" }).ThenRefused(InputRefusals.Blank, "orderNumber");
        Nothing.When(Batam, Monday, ByImmigration with { Articles = [] }).ThenRefused(InputRefusals.Empty, "articles");
        AtImmigration.When(Batam, Tuesday, ByImmigration with { OrderNumber = "SPRIN/04" }).ThenRefused(ProsecutionRefusals.AlreadyStarted);
    }

    [Fact]
    public void Signs_of_exploitation_block_immigration_on_this_matter()
    {
        var story = AtImmigration.When(Batam, Tuesday, Indicated).Then(Indicated);
        story.When(Batam, Tuesday, Notified).ThenRefused(ProsecutionRefusals.TraffickingIsPolice);
        story.When(Batam, Tuesday, Submitted).ThenRefused(ProsecutionRefusals.TraffickingIsPolice);
        story.When(Batam, Tuesday, ByImmigration with { OrderNumber = "SPRIN/04" }).ThenRefused(ProsecutionRefusals.TraffickingIsPolice);
        story.When(Batam, Tuesday, new InvestigationTerminated("SP3/01", TerminationGround.NoCrime, "Bukan.", "B/114"))
            .ThenRefused(ProsecutionRefusals.TraffickingIsPolice);
    }

    [Fact]
    public void Signs_of_exploitation_name_a_purpose_and_may_be_the_first_thing_known()
    {
        AtImmigration.When(Batam, Tuesday, Indicated with { Purposes = [] }).ThenRefused(InputRefusals.Empty, "purposes");
        AtImmigration.When(Atambua, Tuesday, Indicated).ThenRefused(ProsecutionRefusals.OtherUnit);
        Nothing.When(Batam, Tuesday, Indicated).Then(Indicated).When(Batam, Tuesday, ByImmigration)
            .ThenRefused(ProsecutionRefusals.TraffickingIsPolice);
    }

    [Fact]
    public void Immigration_and_police_sit_together()
    {
        Exploited.When(Batam, Tuesday, Held).Then(Held);
        Exploited.When(Barelang, Tuesday, Held).Then(Held);
        Nothing.When(Batam, Tuesday, Held).ThenRefused(ProsecutionRefusals.NoReport);
        Exploited.When(Atambua, Tuesday, Held).ThenRefused(ProsecutionRefusals.OtherUnit);
        Exploited.When(Batam, Tuesday, Held with { Agencies = ["IMIGRASI", "BP3MI"] }).ThenRefused(ProsecutionRefusals.BothMustSit);
        Exploited.When(Batam, Tuesday, Held with { Agencies = ["IMIGRASI", "KPU"] }).ThenRefused(ReferenceRefusals.UnknownAgency);
        Exploited.When(Batam, Tuesday, Held with { Opinion = "" }).ThenRefused(InputRefusals.Blank, "opinion");
        Exploited.Given(Batam, Tuesday, Held).When(Batam, Tuesday, Held with { MinutesNumber = "BA/03" }).ThenRefused(ProsecutionRefusals.AlreadyHeld);
    }

    [Fact]
    public void That_there_is_no_trafficking_after_all_is_for_the_police_to_say()
    {
        var route = Held with { Route = MatterRoute.Immigration };
        Exploited.When(Batam, Tuesday, route).ThenRefused(ProsecutionRefusals.RouteByPolice);
        Exploited.When(Barelang, Tuesday, route).Then(route).When(Batam, Tuesday, Notified).Then(Notified);
    }

    [Fact]
    public void A_reclassified_matter_is_taken_over_with_all_that_was_gathered()
    {
        var moved = Exploited.When(Batam, Tuesday, ToTrafficking).Then(ToTrafficking);
        moved.When(Belu, Tuesday, Registered).ThenRefused(ProsecutionRefusals.NotReleased);
        var taken = moved.When(Barelang, Tuesday, Registered).Then(Registered);
        (taken.State.Agency, taken.State.Unit).ShouldBe(("POLRI", "POLRESTA-BARELANG"));
        taken.State.Evidence.ShouldBe([Phone]);
        taken.When(Batam, Tuesday, Notified).ThenRefused(ProsecutionRefusals.TraffickingIsPolice);
        taken.When(Barelang, Tuesday, ByPolice with { Evidence = null }).Then(ByPolice with { Evidence = null }).State.Evidence.ShouldBe([Phone]);
    }

    [Fact]
    public void The_police_take_over_what_shows_exploitation_and_nothing_else()
    {
        Exploited.When(Barelang, Tuesday, Registered).Then(Registered);
        AtImmigration.When(Barelang, Tuesday, Registered).ThenRefused(ProsecutionRefusals.NotReleased);
    }

    [Fact]
    public void It_goes_the_other_way_too()
    {
        var moved = AtPolice.When(Barelang, Tuesday, ToSmuggling).Then(ToSmuggling);
        moved.When(Atambua, Tuesday, ByImmigration).ThenRefused(ProsecutionRefusals.OtherUnit);
        var taken = moved.When(Batam, Tuesday, ByImmigration with { Evidence = null }).Then(ByImmigration with { Evidence = null });
        taken.State.Evidence.ShouldBe([Phone]);
        taken.When(Barelang, Tuesday, Notified).ThenRefused(ProsecutionRefusals.OtherUnit);
        AtPolice.When(Belu, Tuesday, ByPolice).ThenRefused(ProsecutionRefusals.OtherUnit);
    }

    [Fact]
    public void A_reclassification_leads_from_what_it_is_to_what_it_becomes_and_to_who_may()
    {
        Nothing.When(Batam, Tuesday, ToTrafficking).ThenRefused(ProsecutionRefusals.NoReport);
        AtImmigration.When(Barelang, Tuesday, ToTrafficking).ThenRefused(ProsecutionRefusals.OtherUnit);
        AtImmigration.When(Batam, Tuesday, ToTrafficking with { From = Offence.Trafficking, To = Offence.Smuggling })
            .ThenRefused(ProsecutionRefusals.OffenceDiffers, "Smuggling");
        AtImmigration.When(Batam, Tuesday, ToTrafficking with { To = Offence.Smuggling }).ThenRefused(ProsecutionRefusals.SameOffence);
        AtImmigration.When(Batam, Tuesday, ToTrafficking with { CompetentAgency = "IMIGRASI", CompetentUnit = null })
            .ThenRefused(ProsecutionRefusals.NotCompetent);
        AtImmigration.When(Batam, Tuesday, ToTrafficking with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        AtImmigration.When(Batam, Tuesday, ToTrafficking with { CompetentUnit = "POLRES-ATLANTIS" }).ThenRefused(ReferenceRefusals.UnknownUnit);
        FileComplete.When(Barelang, Tuesday.AddDays(4), ToSmuggling).ThenRefused(CaseFileRefusals.AlreadyComplete);
    }

    [Fact]
    public void Immigration_ends_no_investigation_without_the_police()
    {
        var ended = new InvestigationTerminated("SP3/01", TerminationGround.NotEnoughEvidence, "Kurang bukti.");
        AtImmigration.When(Batam, Tuesday, ended).ThenRefused(CaseFileRefusals.PoliceNotInvolved);
        AtImmigration.When(Batam, Tuesday, ended with { PoliceCoordination = "B/114" }).Then(ended with { PoliceCoordination = "B/114" });
        AtPolice.When(Barelang, Tuesday, ended).Then(ended);
        AtPolice.When(Barelang, Tuesday, ended with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        AtPolice.When(Belu, Tuesday, ended).ThenRefused(ProsecutionRefusals.OtherUnit);
        Nothing.When(Barelang, Tuesday, ended).ThenRefused(ProsecutionRefusals.NoReport);
        FileComplete.When(Barelang, Tuesday.AddDays(4), ended).ThenRefused(CaseFileRefusals.AlreadyComplete);
    }

    [Fact]
    public void What_was_ended_is_told_once_and_goes_no_further()
    {
        var ended = new InvestigationTerminated("SP3/01", TerminationGround.NotEnoughEvidence, "Kurang bukti.");
        var told = new TerminationNotified("SP3-B/01", [NoticeRecipient.Prosecutor]);
        var over = AtPolice.Given(Barelang, Tuesday, ended);
        over.When(Barelang, Tuesday, told).Then(told).When(Barelang, Tuesday, told with { NoticeNumber = "SP3-B/02" })
            .ThenRefused(CaseFileRefusals.AlreadyNoticed);
        over.When(Barelang, Tuesday, told with { Recipients = [NoticeRecipient.Suspect] }).ThenRefused(ProsecutionRefusals.ProsecutorMissing);
        over.When(Belu, Tuesday, told).ThenRefused(ProsecutionRefusals.OtherUnit);
        AtPolice.When(Barelang, Tuesday, told).ThenRefused(CaseFileRefusals.NotTerminated);
        Nothing.When(Barelang, Tuesday, told).ThenRefused(ProsecutionRefusals.NoReport);
        over.When(Barelang, Tuesday, Submitted).ThenRefused(CaseFileRefusals.Terminated);
        over.When(Barelang, Tuesday, ToSmuggling).ThenRefused(CaseFileRefusals.Terminated);
        over.When(Barelang, Tuesday, Held).ThenRefused(CaseFileRefusals.Terminated);
        over.When(Barelang, Tuesday, ByPolice with { OrderNumber = "SPRIN/09" }).ThenRefused(CaseFileRefusals.Terminated);
    }

    [Fact]
    public void Each_party_reads_what_the_others_do()
    {
        ProsecutionDecider.Kind.Addressed(By(Batam, Tuesday), Exploited.State).Marking.Audience
            .ShouldBe(["members", "unit:IMIGRASI/KANIM-BATAM", "agency:POLRI"]);
        ProsecutionDecider.Kind.Addressed(By(Kejari, Tuesday), Judged.State).Marking.Audience.ShouldBe(
            ["members", "unit:POLRI/POLRESTA-BARELANG", "unit:KEJAKSAAN/KEJARI-BATAM", "unit:PENGADILAN/PN-BATAM", "agency:LPSK"]);
        ProsecutionDecider.Kind.Addressed(By(Batam, Tuesday), AtImmigration.Given(Batam, Tuesday, ToTrafficking).State).Marking.Audience
            .ShouldContain("unit:POLRI/POLRESTA-BARELANG");
    }
}
