using Coordination.Domain.Handoffs;
using Coordination.Domain.Operations;

namespace Coordination.Projections.Reports;

/// <summary>IV. ANALISIS to LAMPIRAN: the words of the draft, and every agency's answer to it.</summary>
internal static class OperationReportEnd
{
    public static ReportSection Analysis(OperationFacts facts) => new("IV. ANALISIS", [])
    {
        Parts =
        [
            new("A. Modus & Jaringan", [facts.Said<JointOperationReportDrafted>(e => e.Modus)]),
            new("B. Pelanggaran & pasal", [facts.Said<JointOperationReportDrafted>(e => Laws(e.Violations)), .. Findings(facts)]),
            new("C. Peta kerawanan", [facts.Said<JointOperationReportDrafted>(e => e.Vulnerability)]),
        ],
    };

    public static ReportSection Obstacles(OperationFacts facts) => new("V. HAMBATAN", [facts.Said<JointOperationReportDrafted>(e => e.Obstacles)]);

    public static ReportSection Conclusion(OperationFacts facts) => new(
        "VI. KESIMPULAN", [facts.Said<OperationConcluded>(e => e.Summary), facts.Said<JointOperationReportDrafted>(e => e.Conclusion)]);

    public static ReportSection FollowUp(OperationFacts facts) => new("VII. SARAN DAN RENCANA TINDAK LANJUT", [Plan(facts)]);

    public static ReportSection Closing(OperationFacts facts) => new("VIII. PENUTUP", [Signed(facts), Leader(facts)])
    {
        Parts = [new("Lembar persetujuan tiap instansi", [Answers(facts)])],
    };

    /// <summary>Papers that belong to it, by number.</summary>
    public static IReadOnlyList<ReportBlock> Annexes(OperationFacts facts) =>
    [
        .. facts.Of<OperationBriefed>().Select(one => Paper(one, "Notulen pengarahan", ((OperationBriefed)one.Body).MinutesNumber)),
        .. facts.Of<MeetingMinutesIssued>().Select(one => Paper(one, "Notulen rapat Tim Pora", ((MeetingMinutesIssued)one.Body).MinutesNumber)),
        .. facts.Of<AssignmentOrderIssued>().Select(one => Paper(one, "Surat Perintah", ((AssignmentOrderIssued)one.Body).OrderNumber)),
        .. Handovers(facts),
        .. facts.Of<EvidenceSeized>().Where(one => ((EvidenceSeized)one.Body).Kind == SeizedKind.Recording)
            .Select(one => Paper(one, "Dokumentasi", ((EvidenceSeized)one.Body).Item)),
    ];

    /// <summary>Handover records, each once: several handoffs of one rescue share a record.</summary>
    private static IEnumerable<ReportParagraph> Handovers(OperationFacts facts) => facts.Of<HandoffEvent>().GroupBy(one => one.Stream)
        .Select(handoff => (Number: handoff.Select(one => RecordNumber(one.Body)).OfType<string>().FirstOrDefault(), Route: Route(handoff), Events: handoff))
        .Where(one => one.Number is not null)
        .GroupBy(one => (one.Number, one.Route))
        .Select(paper => new ReportParagraph(
            $"{Names.Document("BAST", paper.Key.Number!)}{paper.Key.Route}.", ReportMaking.Ids(paper.SelectMany(one => one.Events))));

    /// <summary>From which unit to which; empty where that was never said to the reader.</summary>
    private static string Route(IEnumerable<ReportEvent> handoff) => handoff
        .Select(one => (By: one.Envelope.By.Unit, To: AddressOf(one.Body))).FirstOrDefault(one => one.To is not null) is { To: { } to } sent
        ? $": {Names.Unit(sent.By)} → {Names.Unit(to.Unit)}" : "";

    private static DeskAddress? AddressOf(object body) => body switch
    {
        HandoffProposed e => e.To,
        TravellerHandedToProtection e => e.To,
        FacilitatorHandedToPolice e => e.To,
        _ => null,
    };

    private static string? RecordNumber(object body) => body switch
    {
        HandoffDispatched e => e.RecordNumber,
        TravellerHandedToProtection e => e.RecordNumber,
        FacilitatorHandedToPolice e => e.RecordNumber,
        _ => null,
    };

    private static ReportParagraph Paper(ReportEvent said, string kind, string? number) =>
        new(number is null ? $"{kind}." : $"{Names.Document(kind, number)}.", [said.Id]);

    private static string? Laws(IReadOnlyList<string>? citations) =>
        citations is { Count: > 0 } ? $"{string.Join("; ", citations.Select(Names.Law))}." : null;

    private static IEnumerable<ReportBlock> Findings(OperationFacts facts) => facts.State.People
        .SelectMany(met => (met.Seen?.Findings ?? []).Select(finding => (Finding: finding, met.Person)))
        .GroupBy(one => one.Finding).OrderBy(found => found.Key)
        .Select(found => new ReportParagraph(
            $"{Terms.Of(found.Key).Id}: {found.Count()} orang.", [.. found.SelectMany(one => facts.About(one.Person)).Distinct()]));

    private static ReportTable Plan(OperationFacts facts)
    {
        var cites = facts.Last<JointOperationReportDrafted>();
        return new(
            ["Tindakan", "PIC", "Tenggat", "Status"],
            [.. (facts.State.Draft?.FollowUp ?? []).Select(item => new ReportRow(
                [item.Action, Names.Unit(item.Pic.Unit), ReportTime.Day(item.Due), "direncanakan"], cites))],
            OperationReport.Nothing);
    }

    private static ReportParagraph Signed(OperationFacts facts) => facts.Of<JointOperationReportFinalised>().LastOrDefault() is { } final
        ? new($"Difinalkan {facts.Moment(final.Envelope.OccurredAt)} oleh {Names.Unit(final.Envelope.By.Unit)}.", [final.Id])
        : new("Laporan ini belum final.", ReportMaking.Ids(facts.Own));

    private static ReportParagraph Leader(OperationFacts facts)
    {
        var leads = facts.Of<AssignmentOrderIssued>()
            .SelectMany(order => ((AssignmentOrderIssued)order.Body).Team.Where(one => one.Role == OperationRole.Leader).Select(one => (order.Id, one.Officer))).ToList();
        return leads is [var lead, ..]
            ? new($"Ketua tim: {lead.Officer}, {Names.Unit(facts.State.Lead.Unit)}.", [lead.Id])
            : new($"Unit pemimpin: {Names.Unit(facts.State.Lead.Unit)}.", facts.All<JointOperationProposed>());
    }

    /// <summary>One line per agency, whatever it said: a dissent is printed, not left out.</summary>
    private static ReportTable Answers(OperationFacts facts)
    {
        var asked = facts.Last<JointOperationReportDrafted>() is { Count: > 0 } draft ? draft : facts.All<JointOperationProposed>();
        return new(
            ["Instansi", "Jawaban", "Alasan atau catatan", "Oleh", "Waktu"],
            [.. facts.State.Agencies.Select(agency => Answer(facts, agency) ?? new ReportRow([Names.Agency(agency), "belum menjawab", "—", "—", "—"], asked))],
            OperationReport.Nothing);
    }

    private static ReportRow? Answer(OperationFacts facts, string agency)
    {
        if (facts.State.Answers.FirstOrDefault(answer => answer.Agency == agency) is not { } answer)
            return null;
        var said = facts.Own.Last(one => one.Body is AgencyConcurred or AgencyDissented && one.Envelope.By.Agency == agency);
        return new(
            [Names.Agency(agency), answer.Concurs ? "SETUJU" : "KEBERATAN", answer.Words ?? "—", Names.Unit(answer.Unit), facts.Moment(said.Envelope.OccurredAt)],
            [said.Id]);
    }
}
