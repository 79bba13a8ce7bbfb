using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Victims;
using Coordination.Projections.Reports;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Reports;

/// <summary>What the report says beyond its headings: it is a function of the events alone, so the events are enough here.</summary>
public sealed class OperationReportTests
{
    private static readonly Guid Operation = Guid.Parse("30000000-0000-4000-8000-000000000001");
    private static readonly Guid Care = Guid.Parse("30000000-0000-4000-8000-000000000002");
    private static readonly string Photo = new('c', 64);
    private static readonly ActionItem Sponsor = new(1, "Memeriksa penjamin.", new("IMIGRASI", "KANIM-BATAM"), MondaysDate.AddDays(10));

    private readonly List<ReportEvent> _events = [];

    private static JointOperationReportDrafted Draft => new(1, "LAP/1", "Penampungan.", "Tidak ada.", "Selesai.", [Sponsor]);

    [Fact]
    public void The_status_of_a_follow_up_is_what_the_log_says_of_it_at_the_position()
    {
        Run().And(Batam, 24, Draft);
        var planned = Of(days: 9);
        Row(planned, "Memeriksa penjamin.").Cells[^1].ShouldBe("direncanakan");
        Row(planned, "Memeriksa penjamin.").Cites.ShouldBe([_events[^1].Id]);
        Row(Of(days: 10), "Memeriksa penjamin.").Cells[^1].ShouldBe("direncanakan", "its last day is not over");
        Row(Of(days: 11), "Memeriksa penjamin.").Cells[^1].ShouldBe("melewati tenggat");
        And(Batam, 24 * 12, new OperationFollowUpCompleted(1, "Penjamin diperiksa."));
        var done = Row(Of(days: 12), "Memeriksa penjamin.");
        done.Cells[^1].ShouldBe("selesai 14 Februari 2026: Penjamin diperiksa.");
        done.Cites.ShouldBe([_events[^2].Id, _events[^1].Id]);
        Text(Of(days: 12)).ShouldBe(Text(Of(days: 12)), "the same position is the same bytes");
    }

    [Fact]
    public void What_is_found_at_a_place_counts_beside_what_is_found_with_people()
    {
        Run();
        var (place, person) = (_events.Single(one => one.Body is LocationInspected).Id, _events.Single(one => one.Body is PersonEncountered).Id);
        var found = Row(Of(days: 1), "Lokasi dengan pelanggaran");
        (found.Cells[1], found.Cites.ShouldHaveSingleItem()).ShouldBe(("1", place));
        var lines = Paragraphs(Of(days: 1)).Where(one => one.Text.Contains("lokasi.", StringComparison.Ordinal) || one.Text.Contains("orang.", StringComparison.Ordinal)).ToList();
        lines.Select(one => one.Text).ShouldBe(["penyalahgunaan izin: 1 orang.", "alamat tidak sesuai: 1 orang, 1 lokasi."], ignoreOrder: true);
        lines.Single(one => one.Text.EndsWith("1 lokasi.", StringComparison.Ordinal)).Cites.ShouldBe([person, place], ignoreOrder: true);
    }

    [Fact]
    public void The_services_of_a_victim_are_listed_each_with_its_first_day_and_nothing_of_where()
    {
        Run();
        AndFor(Teratai, 20, new ShelterAdmitted(Teratai, ShelterKind.Bp3mi, "Rumah Rahasia", true));
        AndFor(Teratai, 30, new HealthAssessed("Puskesmas Rahasia"));
        AndFor(Teratai, 60, new HealthAssessed("Puskesmas Rahasia"));
        AndFor(Jati, 60, new LegalAidAssigned("LBH Rahasia"));
        var row = Row(Of(days: 3), Teratai.Code, column: 1, cells: 6);
        row.Cells[^1].ShouldBe("belum ditetapkan; diterima di rumah perlindungan 3 Februari 2026; kesehatan diperiksa 3 Februari 2026");
        row.Cites.ShouldBe([_events.Single(one => one.Body is VictimIdentifiedInField).Id, .. _events.Where(one => one.Stream == Care).Take(3).Select(one => one.Id)]);
        Text(Of(days: 3)).ShouldNotContain("Rahasia\"");
        Text(Of(days: 3)).ShouldNotContain("Puskesmas");
    }

    [Fact]
    public void Examination_records_and_photographs_are_annexes()
    {
        Run().And(Police, 3, Met with { Note = "Keterangan susulan." });
        var annexes = Of(days: 1).Sections.Single(section => section.Heading == "LAMPIRAN").Blocks.Cast<ReportParagraph>().ToList();
        annexes.Select(one => one.Text).ShouldBe(
            ["BAP/12/II/2026.", $"Dokumentasi lokasi L-01: SHA-256 {string.Join(' ', Enumerable.Repeat("cccccccc", 8))}."]);
        annexes[0].Cites.ShouldBe([.. _events.Where(one => one.Body is PersonEncountered).Select(one => one.Id)]);
        annexes[1].Cites.ShouldBe([_events.Single(one => one.Body is LocationInspected).Id]);
    }

    private static PersonEncountered Met => new(
        Gagak, "CN", PersonSex.Male, AgeBand.From25To39, Findings: [FieldFinding.PermitMisuse, FieldFinding.AddressMismatch], RecordNumber: "BAP/12/II/2026");

    private OperationReportTests Run() => And(
            Batam, 0, new JointOperationProposed(
                "Operasi", "Melindungi.", new(["21.71.06"], Monday, Monday.AddHours(9)), ["IMIGRASI", "POLRI"], "Serentak.", new("IMIGRASI", "KANIM-BATAM")))
        .And(Coordinator, 0, new JointOperationApproved()).And(Batam, 1, new OperationStarted())
        .And(Batam, 2, new LocationInspected("L-01", "21.71.06.1001", "Rumah kos.", [FieldFinding.AddressMismatch], [Photo]))
        .And(Batam, 2, Met).And(Police, 3, new VictimIdentifiedInField(Teratai, [VictimSign.DocumentsHeldByOthers]))
        .And(Batam, 4, new OperationConcluded([Gagak, Teratai], "Selesai."));

    private OperationReportTests And(Officer by, double hours, OperationEvent body) =>
        Add(Operation, by, hours, body, (body as IConcernsPersons)?.Persons().ToList() ?? []);

    private void AndFor(PersonRef person, double hours, ProtectionEvent body) => Add(Care, Shelter, hours, body, [person]);

    private OperationReportTests Add(Guid stream, Officer by, double hours, object body, IReadOnlyList<PersonRef> persons)
    {
        var at = Monday.AddHours(hours);
        var alias = EventNames.All.Single(name => name.Value == body.GetType()).Key;
        _events.Add(new(
            new Guid(_events.Count + 1, 0, 0, new byte[8]), stream, _events.Count + 1, alias, body, new(by, at, at, null, [], Marking.Default, null), persons,
            Marking.Default));
        return this;
    }

    private Report Of(int days) => OperationReport.Of(new(_events, _events.Count, Monday.AddDays(days), 0));

    private static string Text(Report report) => JsonSerializer.Serialize(report.Texts());

    private static IEnumerable<ReportBlock> Blocks(Report report) => report.Sections.SelectMany(section => section.Blocks.Concat(section.Parts.SelectMany(part => part.Blocks)));

    private static IEnumerable<ReportParagraph> Paragraphs(Report report) => Blocks(report).OfType<ReportParagraph>();

    private static ReportRow Row(Report report, string cell, int column = 0, int? cells = null) => Blocks(report).OfType<ReportTable>()
        .SelectMany(table => table.Rows).Single(row => row.Cells.Count > column && row.Cells[column] == cell && (cells ?? row.Cells.Count) == row.Cells.Count);
}
