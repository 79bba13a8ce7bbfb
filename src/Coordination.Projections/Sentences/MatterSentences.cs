using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

/// <summary>Intelligence.</summary>
internal static class MatterSentences
{
    public static Wording Of(IntelligenceEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            IntelligenceReportFiled e => new(
                $"{who} membuat laporan intelijen {e.SourceGrade}{e.InformationGrade}: {e.Title}.",
                $"{who} filed an intelligence report {e.SourceGrade}{e.InformationGrade}: {e.Title}."),
            IntelligenceGraded e => new(
                $"{who} menilai laporan intelijen menjadi {e.SourceGrade}{e.InformationGrade}.",
                $"{who} graded the intelligence report {e.SourceGrade}{e.InformationGrade}."),
            IntelligenceShared e =>
                new($"{who} membagikan laporan intelijen kepada {Recipients(e).Id}.",
                    $"{who} shared the intelligence report with {Recipients(e).En}."),
            IntelligenceAcknowledged =>
                new($"{who} menyatakan telah membaca laporan intelijen.", $"{who} acknowledged the intelligence report."),
            _ => new("", ""),
        };
    }


    // Without recipients: the sharing is told to a reader who is not to know them.
    private static Wording Recipients(IntelligenceShared e) => e.Recipients.Count == 0
        ? new("instansi lain", "other agencies")
        : new(Named(e), Named(e));

    private static string Named(IntelligenceShared e) =>
        string.Join(", ", e.Recipients.Select(recipient => recipient.Unit is { } unit ? Names.Unit(unit) : Names.Agency(recipient.Agency)));
}
