using Coordination.Domain.Cases;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Projections.Cases;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Sharing;

/// <summary>That a thing stands on a case may be more secret than the thing: who is not cleared for the link cannot tell it from any line, list or right.</summary>
public sealed class SecretLinkTests(World world) : IClassFixture<World>
{
    private static readonly Officer Clerk = Police with { Id = "polri.loket", Clearance = Level.T };

    private readonly CaseId _case = new(Guid.CreateVersion7(Monday));
    private readonly Guid _report = Guid.CreateVersion7(Monday);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_is_no_less_secret_than_the_link_that_brings_it()
    {
        await Tell(_case.Value, new CaseOpened("Batam", MigrationPhase.Abroad, "Perekrutan", [], [], ["IMIGRASI", "POLRI"], $"2026-{_report:N}"), 0);
        await Tell(_report, new IntelligenceReportFiled("Rumah", "Rumah", SourceGrade.B, 2), 1, Marking.Of(Level.T, "agency:IMIGRASI", "agency:POLRI"));
        await Tell(_case.Value, new CaseSourceLinked(new(_report, "intelligence_report"), "Sumber terlindung."), 2, Marking.Of(Level.R, Audiences.CaseMembers));
        await Tell(_report, new IntelligenceGraded(SourceGrade.C, 3, "Diperiksa."), 3, Marking.Of(Level.T, "agency:IMIGRASI", "agency:POLRI"));
        await world.Settle();

        (await Kinds(Police)).ShouldBe(["case_opened", "case_source_linked", "intelligence_graded", "intelligence_report_filed"]);
        (await Kinds(Clerk)).ShouldBe(["case_opened"]);
        (await world.Intelligence.Find(Viewer(Clerk), _report, Ct)).ShouldNotBeNull("the report itself is for it");
        (await world.Timeline.Since(Viewer(Clerk), 0, 200, Ct)).Where(line => line.StreamId == _report).ShouldBeEmpty();
        (await world.Timeline.Page(Viewer(Clerk), _case, new TimelineFilter(), Ct))!.Withheld.ShouldBe(3, "that something is there it may know");
        (await world.Cases.Find(Viewer(Clerk), _case, Ct))!.Sources.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_a_reader_by_a_case_through_a_link_above_the_own_clearance()
    {
        await Tell(_case.Value, new CaseOpened("Batam", MigrationPhase.Abroad, "Perekrutan", [], [], ["IMIGRASI", "POLRI"], $"2026-{_report:N}"), 0);
        await Tell(_report, new IntelligenceReportFiled("Rumah", "Rumah", SourceGrade.B, 2), 1, Marking.Of(Level.T, Audiences.CaseMembers));
        await Tell(_case.Value, new CaseSourceLinked(new(_report, "intelligence_report")), 2, Marking.Of(Level.R, Audiences.CaseMembers));
        await world.Settle();
        (await world.Intelligence.Find(Viewer(Police), _report, Ct)).ShouldNotBeNull();
        (await world.Intelligence.Find(Viewer(Clerk), _report, Ct)).ShouldBeNull();
        (await world.Sights.Of(Viewer(Police), _report, null, Ct))!.Sight.ShouldBe(Sight.Full);
        (await world.Sights.Of(Viewer(Clerk), _report, null, Ct))!.Sight.ShouldBe(Sight.Nothing);
        await world.RebuildShouldChangeNothing();
    }

    [Fact]
    public async Task A_link_that_is_said_again_at_a_lower_level_is_shown_at_that_one()
    {
        var forBoth = Marking.Of(Level.T, "agency:IMIGRASI", "agency:POLRI");
        await Tell(_case.Value, new CaseOpened("Batam", MigrationPhase.Abroad, "Perekrutan", [], [], ["IMIGRASI", "POLRI"], $"2026-{_report:N}"), 0);
        await Tell(_report, new IntelligenceReportFiled("Rumah", "Rumah", SourceGrade.B, 2), 1, forBoth);
        await Tell(_case.Value, new CaseSourceLinked(new(_report, "intelligence_report"), "Sumber terlindung."), 2, Marking.Of(Level.R, Audiences.CaseMembers));
        await Tell(_report, new IntelligenceGraded(SourceGrade.C, 3, "Diperiksa."), 3, forBoth);
        await Tell(_report, new IntelligenceGraded(SourceGrade.D, 4, "Rahasia."), 4, forBoth with { Level = Level.R });
        await world.Settle();
        (await Kinds(Clerk)).ShouldBe(["case_opened"]);

        await Tell(_case.Value, new CaseSourceLinked(new(_report, "intelligence_report"), "Laporan yang sama."), 5, Marking.Of(Level.T, Audiences.CaseMembers));
        await world.Settle();
        (await Kinds(Clerk)).ShouldBe(["case_opened", "case_source_linked", "intelligence_graded", "intelligence_report_filed"]);
        (await Kinds(Police)).Count.ShouldBe(6, "what is secret by itself stays so");
        (await world.Cases.Find(Viewer(Clerk), _case, Ct))!.Sources.ShouldHaveSingleItem();
        await Tell(_report, new IntelligenceGraded(SourceGrade.B, 2, "Lagi."), 6, forBoth);
        await world.Settle();
        (await Kinds(Clerk)).Count.ShouldBe(5);
        await world.RebuildShouldChangeNothing();
    }

    [Fact]
    public async Task Streams_of_a_person_added_again_at_a_lower_level_come_at_that_one_from_then_on()
    {
        var person = new PersonRef(Guid.CreateVersion7(Monday));
        var subject = new CaseSubject(person, CaseRole.Witness);
        await Tell(_case.Value, new CaseOpened("Batam", MigrationPhase.Abroad, "Perekrutan", [], [], ["IMIGRASI", "POLRI"], $"2026-{_report:N}"), 0);
        await Tell(_case.Value, new CaseSubjectAdded(subject), 1, Marking.Of(Level.R, Audiences.CaseMembers));
        await Tell(_case.Value, new CaseSubjectAdded(subject), 2, Marking.Of(Level.T, Audiences.CaseMembers));
        await world.Tell(
            _report, new IntelligenceReportFiled("Rumah", "Rumah", SourceGrade.B, 2), Batam, Monday.AddHours(3), Marking.Of(Level.T, Audiences.CaseMembers),
            persons: person);
        await world.Settle();
        (await Kinds(Clerk)).ShouldBe(["case_opened", "case_subject_added", "intelligence_report_filed"]);
        await world.RebuildShouldChangeNothing();
    }

    private async Task<IReadOnlyList<string>> Kinds(Officer officer) =>
        [.. (await world.Timeline.Page(Viewer(officer), _case, new TimelineFilter(), Ct))!.Items.Select(line => line.Kind).Order(StringComparer.Ordinal)];

    private Task<Guid> Tell(Guid stream, object body, double hour, Marking? marking = null) =>
        world.Tell(stream, body, Batam, Monday.AddHours(hour), marking);
}
