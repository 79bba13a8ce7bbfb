using System.Globalization;
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
        .. Examinations(facts),
        .. facts.Of<EvidenceSeized>().Where(one => ((EvidenceSeized)one.Body).Kind == SeizedKind.Recording)
            .Select(one => Paper(one, "Dokumentasi", ((EvidenceSeized)one.Body).Item)),
        .. facts.Of<LocationInspected>().Where(one => ((LocationInspected)one.Body).MediaSha256 is { Count: > 0 }).Select(Media),
    ];

    /// <summary>Photographs of a place, by their hashes: whoever holds the files can show that they are these.</summary>
    private static ReportParagraph Media(ReportEvent inspected)
    {
        var site = (LocationInspected)inspected.Body;
        return new($"Dokumentasi lokasi {site.Site}: {string.Join("; ", site.MediaSha256!.Select(OperationReportResults.Hash))}.", [inspected.Id]);
    }

    /// <summary>Examination records, each once however often the person was told of.</summary>
    private static IEnumerable<ReportParagraph> Examinations(OperationFacts facts) => facts.Of<PersonEncountered>()
        .GroupBy(one => ((PersonEncountered)one.Body).RecordNumber, StringComparer.Ordinal).Where(record => record.Key is { Length: > 0 })
        .Select(record => new ReportParagraph($"{Names.Document("BAP", record.Key!)}.", ReportMaking.Ids(record)));

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

    /// <summary>Of persons and of places alike: an address that is not what was said is found at the place and with nobody.</summary>
    private static IEnumerable<ReportBlock> Findings(OperationFacts facts)
    {
        var persons = facts.State.People.SelectMany(met => (met.Seen?.Findings ?? []).Distinct().Select(finding => (finding, met.Person)))
            .ToLookup(one => one.finding, one => one.Person);
        var sites = facts.Of<LocationInspected>().SelectMany(one => (((LocationInspected)one.Body).Findings ?? []).Distinct().Select(finding => (finding, one.Id)))
            .ToLookup(one => one.finding, one => one.Id);
        foreach (var finding in persons.Select(one => one.Key).Union(sites.Select(one => one.Key)).Order())
        {
            var counted = new[] { (persons[finding].Count(), "orang"), (sites[finding].Count(), "lokasi") }.Where(one => one.Item1 > 0)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item1} {one.Item2}"));
            yield return new ReportParagraph(
                $"{Terms.Of(finding).Id}: {string.Join(", ", counted)}.",
                [.. persons[finding].SelectMany(facts.About).Concat(sites[finding]).Distinct()]);
        }
    }

    private static ReportTable Plan(OperationFacts facts)
    {
        var drafted = facts.Last<JointOperationReportDrafted>();
        return new(
            ["Tindakan", "PIC", "Tenggat", "Status"],
            [
                .. (facts.State.Draft?.FollowUp ?? []).Select(item =>
                {
                    var (status, done) = Status(facts, item);
                    return new ReportRow([item.Action, Names.Unit(item.Pic.Unit), ReportTime.Day(item.Due), status], [.. drafted, .. done]);
                }),
            ],
            OperationReport.Nothing);
    }

    /// <summary>Done, late or planned, as the log stood at the position of the report: the day of that moment counts, not the day of reading.</summary>
    private static (string Status, Guid[] Done) Status(OperationFacts facts, ActionItem item)
    {
        if (facts.State.FollowUpsDone.ContainsKey(item.Number)
            && facts.Of<OperationFollowUpCompleted>().LastOrDefault(one => ((OperationFollowUpCompleted)one.Body).Number == item.Number) is { } done)
            return ($"selesai {ReportTime.Day(done.Envelope.OccurredAt, facts.Place)}: {((OperationFollowUpCompleted)done.Body).Result}", [done.Id]);
        return (ReportTime.Date(facts.Input.KnownAt, facts.Place) > item.Due ? "melewati tenggat" : "direncanakan", []);
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
