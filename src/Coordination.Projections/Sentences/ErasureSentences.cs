using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;

namespace Coordination.Projections;

/// <summary>Erasures: that an identity went is told, why it went is not.</summary>
internal static class ErasureSentences
{
    public static Wording Of(ErasureEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            ErasureRequested e => new(
                $"{who} meminta penghapusan identitas {e.Person.Code}.", $"{who} asked for the erasure of the identity of {e.Person.Code}."),
            ErasureNarrativesChosen e => new(
                $"{who} memilih {e.Narratives.Count} naskah yang ikut dihapus.", $"{who} chose {e.Narratives.Count} texts that go as well."),
            ErasureRefused => new($"{who} menolak penghapusan identitas.", $"{who} refused to erase the identity."),
            ErasureApproved => new($"{who} menyetujui penghapusan identitas.", $"{who} approved the erasure of the identity."),
            ErasureCarriedOut e => new(
                $"Identitas dihapus: {e.Keys} kunci dimusnahkan.", $"The identity was erased: {e.Keys} keys were destroyed."),
            _ => new("", ""),
        };
    }
}
