using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

/// <summary>Items of evidence and the hands that they go through.</summary>
internal static class EvidenceSentences
{
    public static Wording Of(EvidenceEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            EvidenceRegistered e => new(
                $"{who} mendaftarkan barang bukti {e.Item}{Seal(e.SealNumber, ", segel ")}.{Differs(e.Mismatch).Id}",
                $"{who} registered item of evidence {e.Item}{Seal(e.SealNumber, ", seal ")}.{Differs(e.Mismatch).En}"),
            EvidenceCustodyChanged e => new(
                $"Barang bukti berpindah dari {Names.Unit(e.From.Unit)} ke {Names.Unit(e.To.Unit)}{Seal(e.SealNumber, ", segel ")}.{Differs(e.Mismatch).Id}",
                $"The item went from {Names.Unit(e.From.Unit)} to {Names.Unit(e.To.Unit)}{Seal(e.SealNumber, ", seal ")}.{Differs(e.Mismatch).En}"),
            EvidenceSealBroken { OrderNumber: { } order } e => new(
                $"{who} membuka segel barang bukti dengan {order}{Seal(e.NewSealNumber, ", segel baru ")}.{Differs(e.Mismatch).Id}",
                $"{who} opened the seal under {order}{Seal(e.NewSealNumber, ", new seal ")}.{Differs(e.Mismatch).En}"),
            EvidenceSealBroken e => new(
                $"{who} mendapati segel barang bukti rusak{Seal(e.NewSealNumber, ", segel baru ")}.{Differs(e.Mismatch).Id}",
                $"{who} found the seal broken{Seal(e.NewSealNumber, ", new seal ")}.{Differs(e.Mismatch).En}"),
            _ => new("", ""),
        };
    }

    private static string Seal(string? number, string before) => number is null ? "" : before + number;

    private static Wording Differs(IReadOnlyList<EvidenceMismatch>? found)
    {
        if (found is null or [])
            return new("", "");
        var words = Terms.List(found);
        return new($" Tidak sesuai catatan: {words.Id}.", $" Differs from the record: {words.En}.");
    }
}
