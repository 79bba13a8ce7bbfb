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
                $"{who} mengeluarkan peringatan jaringan {e.WarningNumber}, {Dates.Id(e.From)} sampai {Dates.Id(e.Until)}.",
                $"{who} issued network warning {e.WarningNumber}, {Dates.En(e.From)} to {Dates.En(e.Until)}."),
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
                $"{who} mengeluarkan instruksi {e.AdvisoryNumber} ke {e.Checkpoints.Count} TPI, berlaku sampai {Dates.Id(e.ValidTo)}.",
                $"{who} published advisory {e.AdvisoryNumber} to {e.Checkpoints.Count} checkpoints, valid to {Dates.En(e.ValidTo)}."),
            TpiAdvisoryAcknowledged e => new(
                $"Regu {e.Shift} di {Names.Unit(e.Checkpoint)} menyatakan tahu instruksi.", $"Shift {e.Shift} at {Names.Unit(e.Checkpoint)} acknowledged the advisory."),
            TpiPostureRaised e => new($"{Names.Unit(e.Checkpoint)} menaikkan kesiagaan.", $"{Names.Unit(e.Checkpoint)} raised its posture."),
            AdvisoryHitRecorded e => new(
                $"{Names.Unit(e.Checkpoint)} menemukan kecocokan {e.HitNumber}{Who(e.Person)}.", $"{Names.Unit(e.Checkpoint)} recorded hit {e.HitNumber}{Who(e.Person)}."),
            HitOutcomeReported e => new(
                $"{who} melaporkan hasil {e.HitNumber}: {Terms.Of(e.Outcome).Id}.", $"{who} reported the outcome of {e.HitNumber}: {Terms.Of(e.Outcome).En}."),
            AdvisoryExtended e => new($"{who} memperpanjang instruksi sampai {Dates.Id(e.ValidTo)}.", $"{who} extended the advisory to {Dates.En(e.ValidTo)}."),
            AdvisoryExpired e => new($"Instruksi ke TPI berakhir setelah {Dates.Id(e.ValidTo)}.", $"The advisory expired after {Dates.En(e.ValidTo)}."),
            _ => new("", ""),
        };
    }

    private static string Who(PersonRef? person) => person is { } known ? $" ({known.Code})" : "";
}
