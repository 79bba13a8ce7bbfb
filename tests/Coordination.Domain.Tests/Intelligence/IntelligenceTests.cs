using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Intelligence;

public sealed class IntelligenceTests
{
    private static readonly IntelligenceReportFiled Filed = new("Penampungan di Sekupang", "Rumah kos.", SourceGrade.B, 3);
    private static readonly IntelligenceGraded Graded = new(SourceGrade.A, 2, "Dikuatkan sumber kedua.");
    private static readonly IntelligenceShared ToPolice = new([new("POLRI", "POLRESTA-BARELANG")], "Masih di lokasi.");
    private static readonly IntelligenceShared ToShelters = new([new("BP3MI")], "Menyiapkan penampungan.");

    private static Story<IntelligenceReport, IntelligenceEvent, IntelligenceCommand> Nothing => Story.Of(IntelligenceDecider.Kind);

    private static Story<IntelligenceReport, IntelligenceEvent, IntelligenceCommand> Report => Nothing.Given(Batam, Monday, Filed);

    private static Story<IntelligenceReport, IntelligenceEvent, IntelligenceCommand> Shared => Report.Given(Batam, Monday, ToPolice);

    [Fact]
    public void A_report_is_filed() => Nothing.When(Batam, Monday, Filed).Then(Filed);

    [Fact]
    public void A_report_says_something()
    {
        Nothing.When(Batam, Monday, Filed with { Title = "" }).ThenRefused(InputRefusals.Blank, "title");
        Nothing.When(Batam, Monday, Filed with { Area = "99.99" }).ThenRefused(ReferenceRefusals.UnknownPlace);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Information_is_graded_from_1_to_6(int grade)
    {
        Nothing.When(Batam, Monday, Filed with { InformationGrade = grade }).ThenRefused(IntelligenceRefusals.GradeOutOfRange);
        Report.When(Batam, Monday, Graded with { InformationGrade = grade }).ThenRefused(IntelligenceRefusals.GradeOutOfRange);
    }

    [Fact]
    public void Nobody_files_over_the_report_of_another_agency() =>
        Report.When(Kepri, Tuesday, Filed).ThenRefused(IntelligenceRefusals.NotOriginator);

    [Fact]
    public void The_originator_grades_its_report_again_with_a_reason()
    {
        Report.When(Batam, Tuesday, Graded).Then(Graded);
        Report.When(Batam, Tuesday, Graded with { Reason = "" }).ThenRefused(InputRefusals.Blank);
        Report.When(Barelang, Tuesday, Graded).ThenRefused(IntelligenceRefusals.NotOriginator);
        Nothing.When(Batam, Tuesday, Graded).ThenRefused(IntelligenceRefusals.Unknown);
    }

    [Fact]
    public void Sharing_widens_the_audience()
    {
        var story = Report.When(Batam, Tuesday, ToPolice).Then(ToPolice);
        story.State.Marking.Audience.ShouldBe(["members", "unit:POLRI/POLRESTA-BARELANG"]);
        IntelligenceDecider.Kind.Readers(story.State).ShouldContain("agency:IMIGRASI");
    }

    [Fact]
    public void Only_what_is_new_is_shared() =>
        Shared.When(Batam, Tuesday, new IntelligenceShared([.. ToPolice.Recipients, .. ToShelters.Recipients], "Dua penerima."))
            .Then(new IntelligenceShared(ToShelters.Recipients, "Dua penerima."));

    [Fact]
    public void Sharing_names_recipients_a_reason_and_known_handling()
    {
        Report.When(Batam, Tuesday, ToPolice with { Recipients = [] }).ThenRefused(InputRefusals.Empty);
        Report.When(Batam, Tuesday, ToPolice with { Reason = "" }).ThenRefused(InputRefusals.Blank);
        Report.When(Batam, Tuesday, ToPolice with { Recipients = [new("KPU")] }).ThenRefused(ReferenceRefusals.UnknownAgency);
        Report.When(Batam, Tuesday, ToPolice with { Caveats = ["H9"] }).ThenRefused(IntelligenceRefusals.UnknownCaveat, "caveats[0]");
        Nothing.When(Batam, Tuesday, ToPolice).ThenRefused(IntelligenceRefusals.Unknown);
    }

    [Fact]
    public void For_an_agency_that_it_never_reached_the_report_does_not_exist() =>
        Shared.When(Kepri, Tuesday, ToShelters).ThenRefused(IntelligenceRefusals.NotAddressed);

    [Fact]
    public void A_recipient_may_share_on() => Shared.When(Barelang, Tuesday, ToShelters).Then(ToShelters);

    [Theory]
    [InlineData("H2")]
    [InlineData("ORCON")]
    public void A_recipient_does_not_share_on_what_the_originator_controls(string caveat)
    {
        var controlled = Report.Given(Batam, Monday, ToPolice with { Caveats = [caveat] });
        controlled.When(Barelang, Tuesday, ToShelters).ThenRefused(IntelligenceRefusals.OriginatorControl);
        controlled.When(Batam, Tuesday, ToShelters).Then(ToShelters);
    }

    [Fact]
    public void H1_does_not_hinder_sharing_on() =>
        Report.Given(Batam, Monday, ToPolice with { Caveats = ["H1"] }).When(Barelang, Tuesday, ToShelters).Then(ToShelters);

    [Fact]
    public void Top_secret_goes_to_named_officers_only()
    {
        var secret = Nothing.Given(By(Batam, Monday, Marking.Of(Level.SR)), Filed);
        secret.When(Batam, Tuesday, ToPolice).ThenRefused(IntelligenceRefusals.NamedOfficersOnly);
        var named = ToPolice with { Recipients = [new("POLRI", "POLRESTA-BARELANG", "polri.barelang")] };
        secret.When(Batam, Tuesday, named).ThenRefused(IntelligenceRefusals.SecondPersonNeeded);
        secret.When(Batam, Tuesday, new ShareIntelligence(named) { Permitted = ["officer:polri.barelang"] }).Then(named)
            .State.Marking.Audience.ShouldBe(["officer:polri.barelang"]);
    }

    [Fact]
    public void With_a_consent_a_recipient_shares_on_to_those_it_names_and_no_others()
    {
        var controlled = Report.Given(Batam, Monday, ToPolice with { Caveats = ["H2"] });
        var permitted = new ShareIntelligence(ToShelters) { Permitted = [.. ToShelters.Recipients.Select(to => to.ToAudience())] };
        controlled.When(Barelang, Tuesday, permitted).Then(ToShelters);
        controlled.When(Barelang, Tuesday, permitted with { Fact = ToShelters with { Recipients = [new("KEMLU")] } })
            .ThenRefused(IntelligenceRefusals.OriginatorControl);
    }

    [Fact]
    public void Who_was_recalled_shares_no_more_and_can_be_reached_again()
    {
        var now = Marking.Of(Level.T, "agency:POLRI") with { Within = [["agency:IMIGRASI"]] };
        var withdrawn = Report.Given(Batam, Monday, new IntelligenceShared([new("POLRI")], "Penyidikan."));
        withdrawn.When(Barelang, Tuesday, new ShareIntelligence(ToShelters) { Now = now }).ThenRefused(IntelligenceRefusals.NotAddressed);
        var again = new IntelligenceShared([new("POLRI")], "Dibagikan kembali.");
        withdrawn.When(Batam, Tuesday, new ShareIntelligence(again) { Now = now }).ThenEachTime(again);
    }

    [Fact]
    public void A_recipient_acknowledges_once()
    {
        var told = new IntelligenceAcknowledged("Diterima.");
        var delivery = Shared.When(Barelang, Tuesday, told).Then(told).State.Deliveries.ShouldHaveSingleItem();
        (delivery.AcknowledgedAt, delivery.AcknowledgedBy).ShouldBe((Tuesday, Barelang.Id));
    }

    [Fact]
    public void Each_unit_acknowledges_for_itself_and_an_agency_by_whoever_comes_first()
    {
        var told = new IntelligenceAcknowledged();
        var (jatim, jabar) = (Kepri with { Id = "bp3mi.jatim", Unit = "BP3MI-JATIM" }, Kepri with { Id = "bp3mi.jabar", Unit = "BP3MI-JABAR" });
        var two = Report.Given(Batam, Monday, new IntelligenceShared([new("BP3MI", "BP3MI-JATIM"), new("BP3MI", "BP3MI-JABAR")], "Dua wilayah."));
        var one = two.When(jatim, Monday.AddHours(1), told).Then(told);
        IntelligenceClocks.Clock.Running(one.State).Select(due => (due.Step, due.Recipients.Single(), due.Facts["unit"]))
            .ShouldBe([("unit:BP3MI/BP3MI-JABAR", "unit:BP3MI/BP3MI-JABAR", "BP3MI-JABAR")]);
        IntelligenceClocks.Clock.Running(one.When(jabar, Monday.AddHours(2), told).Then(told).State).ShouldBeEmpty();
        two.When(Kepri, Tuesday, told).ThenRefused(IntelligenceRefusals.NotAddressed);
        var whole = Report.Given(Batam, Monday, ToShelters).Given(jatim, Monday.AddHours(1), told);
        whole.When(jabar, Monday.AddHours(2), told).ThenNothing();
    }

    [Fact]
    public void A_unit_that_its_agency_did_not_pass_a_report_on_to_cannot_share_it() =>
        Shared.When(Barelang with { Unit = "POLDA-NTT" }, Tuesday, ToShelters).ThenRefused(IntelligenceRefusals.NotAddressed);

    [Fact]
    public void Who_was_addressed_at_filing_acknowledges_as_well() =>
        Nothing.Given(By(Batam, Monday, Marking.Of(Level.T, "agency:BP3MI")), Filed)
            .When(Kepri, Tuesday, new IntelligenceAcknowledged()).Then(new IntelligenceAcknowledged());

    [Fact]
    public void Acknowledging_is_for_recipients()
    {
        Shared.When(Kepri, Tuesday, new IntelligenceAcknowledged()).ThenRefused(IntelligenceRefusals.NotAddressed);
        Shared.When(Batam, Tuesday, new IntelligenceAcknowledged()).ThenRefused(IntelligenceRefusals.OwnReport);
        Nothing.When(Barelang, Tuesday, new IntelligenceAcknowledged()).ThenRefused(IntelligenceRefusals.Unknown);
    }

    [Theory]
    [InlineData(Level.T, 24)]
    [InlineData(Level.R, 4)]
    public void Acknowledgement_is_due_in_a_day_and_for_secret_reports_in_four_hours(Level level, int hours)
    {
        var report = Nothing.Given(By(Batam, Monday, Marking.Of(level)), Filed).Given(Batam, Tuesday, ToPolice).State;
        report.AcknowledgementDue(report.Deliveries.Single()).ShouldBe(Tuesday.AddHours(hours));
    }

    [Fact]
    public void A_report_follows_the_collecting_within_a_day()
    {
        IntelligenceReport.Filing(null, Monday).ShouldBeNull();
        IntelligenceReport.Filing(Monday, Monday.AddHours(24)).ShouldNotBeNull().IsLate.ShouldBeFalse();
        IntelligenceReport.Filing(Monday, Monday.AddHours(24).AddSeconds(1)).ShouldNotBeNull().IsLate.ShouldBeTrue();
    }

    [Fact]
    public void A_recipient_reached_twice_keeps_its_first_clock() =>
        Shared.Given(Batam, Tuesday, ToPolice with { Recipients = [.. ToPolice.Recipients, new("POLRI")] })
            .State.Deliveries.Select(delivery => (delivery.Recipient, delivery.SharedAt))
            .ShouldBe([("unit:POLRI/POLRESTA-BARELANG", Monday), ("agency:POLRI", Tuesday)]);
}
