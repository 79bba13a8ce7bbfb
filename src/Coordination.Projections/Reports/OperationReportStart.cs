using System.Globalization;
using Coordination.Domain.Operations;

namespace Coordination.Projections.Reports;

/// <summary>I. PENDAHULUAN and II. PELAKSANAAN.</summary>
internal static class OperationReportStart
{
    public static ReportSection Introduction(OperationFacts facts) => new("I. PENDAHULUAN", [])
    {
        Parts =
        [
            new("A. Latar Belakang", [facts.Said<JointOperationProposed>(e => e.Background), .. Meetings(facts)]),
            new("B. Dasar", [.. Bases(facts)]),
            new("C. Maksud dan Tujuan", [facts.Said<JointOperationProposed>(e => e.Purpose)]),
            new("D. Ruang Lingkup", [facts.Said<JointOperationProposed>(Scope)]),
        ],
    };

    public static ReportSection Conduct(OperationFacts facts) => new("II. PELAKSANAAN", [])
    {
        Parts =
        [
            new("A. Waktu & Tempat", [.. When(facts)]),
            new("B. Susunan Tim", [Team(facts)]),
            new("C. Sasaran/Target Operasi", [facts.Said<JointOperationProposed>(Target)]),
            new("D. Metode & Pembagian Tugas", [facts.Said<JointOperationProposed>(e => e.Method), facts.Said<OperationBriefed>(e => e.Tasks), Protocol(facts)]),
            new("E. Kronologi", [Chronology(facts)]),
        ],
    };

    private static IEnumerable<ReportBlock> Meetings(OperationFacts facts) => facts.Of<MeetingMinutesIssued>().Select(minutes => new ReportParagraph(
        $"Operasi ini menindaklanjuti rapat Tim Pora, notulen {((MeetingMinutesIssued)minutes.Body).MinutesNumber}.", [minutes.Id]));

    private static IEnumerable<ReportBlock> Bases(OperationFacts facts)
    {
        yield return new ReportParagraph("UU 6/2011 Ps 69; Permenimipas 2/2025.", facts.All<JointOperationProposed>());
        foreach (var law in facts.Own.SelectMany(one => one.Envelope.LegalBasis.Select(law => (Law: law, one.Id))).GroupBy(one => one.Law, StringComparer.Ordinal)
            .OrderBy(law => law.Key, StringComparer.Ordinal))
            yield return new ReportParagraph($"{Names.Law(law.Key)}.", [.. law.Select(one => one.Id).Distinct()]);
        if (facts.State.Proposal!.TeamDecree is { } decree)
            yield return new ReportParagraph($"SK Tim Pora nomor {decree}.", facts.All<JointOperationProposed>());
        foreach (var order in facts.Of<AssignmentOrderIssued>())
        {
            var body = (AssignmentOrderIssued)order.Body;
            yield return new ReportParagraph(
                $"Surat Perintah {Names.Agency(order.Envelope.By.Agency)} nomor {body.OrderNumber} tanggal {ReportTime.Day(body.OrderedOn)}.", [order.Id]);
        }

        foreach (var agency in facts.State.WithoutOrder)
            yield return new ReportParagraph($"Surat Perintah {Names.Agency(agency)} belum ada.", facts.All<JointOperationProposed>());
    }

    private static string Scope(JointOperationProposed e) => string.Create(
        CultureInfo.InvariantCulture,
        $"Wilayah {string.Join(", ", e.Target.Places.Select(ReportPlace.Of))}; {e.Agencies.Count} instansi: {string.Join(", ", e.Agencies.Select(Names.Agency))}.");

    private static string Target(JointOperationProposed e) => string.Create(
        CultureInfo.InvariantCulture,
        $"{e.Target.Places.Count} wilayah, {e.Target.Persons?.Count ?? 0} orang, {e.Target.Contacts?.Count ?? 0} nomor kontak, {e.Target.Entities?.Count ?? 0} kendaraan, kapal atau badan usaha.");

    private static IEnumerable<ReportBlock> When(OperationFacts facts)
    {
        var target = facts.State.Proposal!.Target;
        yield return new ReportParagraph(
            $"Direncanakan {facts.Moment(target.From)} sampai {facts.Moment(target.Until)}.", facts.All<JointOperationProposed>());
        if (facts.State.StartedAt is { } started)
            yield return new ReportParagraph($"Dimulai {facts.Moment(started)}.", facts.All<OperationStarted>());
        if (facts.State.ConcludedAt is { } concluded)
            yield return new ReportParagraph($"Berakhir {facts.Moment(concluded)}.", facts.All<OperationConcluded>());
        foreach (var site in facts.Of<LocationInspected>())
        {
            var body = (LocationInspected)site.Body;
            yield return new ReportParagraph($"Lokasi {body.Site} ({ReportPlace.Of(body.Place)}): {body.Description}", [site.Id]);
        }
    }

    private static ReportTable Team(OperationFacts facts)
    {
        var rows = facts.Of<AssignmentOrderIssued>().SelectMany(order => ((AssignmentOrderIssued)order.Body).Team.Select(member => (Order: order, Member: member)))
            .Select((one, i) => new ReportRow(
                [Number(i), one.Member.Officer, one.Member.ServiceToken ?? "—", Names.Unit(one.Order.Envelope.By.Unit), one.Member.Position,
                    Terms.Of(one.Member.Role).Id],
                [one.Order.Id]));
        return new(["No", "Nama", "NIP/NRP", "Instansi", "Jabatan", "Peran"], [.. rows], OperationReport.Nothing);
    }

    private static ReportParagraph Protocol(OperationFacts facts) => facts.State.Briefing is null
        ? new("Pengarahan belum diberikan.", ReportMaking.Ids(facts.Own))
        : new("Pengarahan memuat protokol korban didahulukan.", facts.Last<OperationBriefed>());

    /// <summary>In the order in which it happened, whenever it was written down.</summary>
    private static ReportTable Chronology(OperationFacts facts)
    {
        var rows = facts.Own.Where(one => one.Body is OperationBriefed or OperationStarted or FieldEvent or OperationConcluded)
            .OrderBy(one => one.Envelope.OccurredAt).ThenBy(one => one.Position)
            .Select(one => new ReportRow(
                [facts.Moment(one.Envelope.OccurredAt), ReportPlace.Of(one.Envelope.Place ?? facts.Place),
                    EventSentences.Of(one.Body, one.Envelope, one.Persons).Id, Names.Agency(one.Envelope.By.Agency)],
                [one.Id]));
        return new(["Waktu", "Lokasi", "Kegiatan", "Instansi"], [.. rows], OperationReport.Nothing);
    }

    internal static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
