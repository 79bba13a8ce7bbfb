using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;

namespace Coordination.Projections;

internal static class SharingSentences
{
    public static Wording Of(SharingEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            SharingWidened e => new($"{who} memperluas akses kepada {To(e.Recipients)}.", $"{who} widened the access to {To(e.Recipients)}."),
            SharingNarrowed { Keep: [] } => new($"{who} menarik kembali akses dari semua pembaca lain.", $"{who} withdrew it from all other readers."),
            SharingNarrowed e => new($"{who} mempersempit akses menjadi {To(e.Keep)}.", $"{who} narrowed the access to {To(e.Keep)}."),
            RecallAcknowledged e => new(
                $"{who} menjawab penarikan: {Terms.Of(e.Outcome).Id}.", $"{who} answered the recall: {Terms.Of(e.Outcome).En}."),
            ConsentRequested e => new($"{who} meminta persetujuan {Terms.Of(e.Kind).Id}.", $"{who} asked for consent to {Terms.Of(e.Kind).En}."),
            ConsentGiven => new($"{who} memberikan persetujuan.", $"{who} gave its consent."),
            ConsentRefused => new($"{who} menolak permintaan persetujuan.", $"{who} refused its consent."),
            _ => new("", ""),
        };
    }

    private static string To(IReadOnlyList<Recipient> recipients) =>
        string.Join(", ", recipients.Select(to => to.Officer ?? (to.Unit is { } unit ? Names.Unit(unit) : Names.Agency(to.Agency))));
}
