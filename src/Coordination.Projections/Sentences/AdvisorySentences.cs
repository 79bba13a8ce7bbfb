using Coordination.Domain.Advisories;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

/// <summary>Warnings of the police and what checkpoints made of them.</summary>
internal static class AdvisorySentences
{
    public static Wording Of(NetworkWarningEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            NetworkWarningIssued e => new(
                $"{who} mengeluarkan peringatan jaringan {e.WarningNumber}, {e.From:yyyy-MM-dd} sampai {e.Until:yyyy-MM-dd}.",
                $"{who} issued network warning {e.WarningNumber}, {e.From:yyyy-MM-dd} to {e.Until:yyyy-MM-dd}."),
            WarningFeedbackSent e => new(
                $"{who} memberi umpan balik: {e.Hits} cocok, {e.Misses} meleset.", $"{who} sent feedback: {e.Hits} hits, {e.Misses} misses."),
            WarningAdvised e => new($"Peringatan ditindaklanjuti dengan instruksi {e.AdvisoryNumber} ke TPI.", $"The warning was taken up by advisory {e.AdvisoryNumber}."),
            WarningOutcomeNoted e => new($"Hasil kecocokan {e.HitNumber} atas peringatan ini sudah dilaporkan.", $"The outcome of hit {e.HitNumber} under this warning is known."),
            _ => new("", ""),
        };
    }

    public static Wording Of(TpiAdvisoryEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            TpiAdvisoryPublished e => new(
                $"{who} mengeluarkan instruksi {e.AdvisoryNumber} ke {e.Checkpoints.Count} TPI, berlaku sampai {e.ValidTo:yyyy-MM-dd}.",
                $"{who} published advisory {e.AdvisoryNumber} to {e.Checkpoints.Count} checkpoints, valid to {e.ValidTo:yyyy-MM-dd}."),
            TpiAdvisoryAcknowledged e => new(
                $"Regu {e.Shift} di {Names.Unit(e.Checkpoint)} menyatakan tahu instruksi.", $"Shift {e.Shift} at {Names.Unit(e.Checkpoint)} acknowledged the advisory."),
            TpiPostureRaised e => new($"{Names.Unit(e.Checkpoint)} menaikkan kesiagaan.", $"{Names.Unit(e.Checkpoint)} raised its posture."),
            AdvisoryHitRecorded e => new(
                $"{Names.Unit(e.Checkpoint)} menemukan kecocokan {e.HitNumber}{Who(e.Person)}.", $"{Names.Unit(e.Checkpoint)} recorded hit {e.HitNumber}{Who(e.Person)}."),
            HitOutcomeReported e => new(
                $"{who} melaporkan hasil {e.HitNumber}: {Terms.Of(e.Outcome).Id}.", $"{who} reported the outcome of {e.HitNumber}: {Terms.Of(e.Outcome).En}."),
            AdvisoryExtended e => new($"{who} memperpanjang instruksi sampai {e.ValidTo:yyyy-MM-dd}.", $"{who} extended the advisory to {e.ValidTo:yyyy-MM-dd}."),
            AdvisoryExpired e => new($"Instruksi ke TPI berakhir setelah {e.ValidTo:yyyy-MM-dd}.", $"The advisory expired after {e.ValidTo:yyyy-MM-dd}."),
            _ => new("", ""),
        };
    }

    private static string Who(PersonRef? person) => person is { } known ? $" ({known.Code})" : "";
}
