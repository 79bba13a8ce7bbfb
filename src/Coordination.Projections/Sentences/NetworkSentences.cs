using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;

namespace Coordination.Projections;

/// <summary>Watch entries.</summary>
internal static class NetworkSentences
{
    public static Wording Of(WatchEntryEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            WatchEntryProposed e => new(
                $"{who} mengusulkan entri daftar pantau ({Terms.Of(e.Kind).Id}).", $"{who} proposed a watch entry ({Terms.Of(e.Kind).En})."),
            WatchEntryApproved e => new(
                $"{who} menyetujui entri daftar pantau, berlaku sampai {Dates.Id(e.ValidUntil)}.",
                $"{who} approved the watch entry, valid until {Dates.En(e.ValidUntil)}."),
            WatchHit e => new(
                $"{who} menemukan kecocokan daftar pantau {e.HitNumber}{Met(e, ", orang ")}.",
                $"{who} had a watch-list hit {e.HitNumber}{Met(e, ", person ")}."),
            WatchReviewed e => new(
                $"{who} meninjau kecocokan {e.HitNumber}: {Terms.Of(e.Outcome).Id}.", $"{who} reviewed hit {e.HitNumber}: {Terms.Of(e.Outcome).En}."),
            WatchEntryExtended e => new(
                $"{who} memperpanjang entri daftar pantau sampai {Dates.Id(e.ValidUntil)}.",
                $"{who} extended the watch entry to {Dates.En(e.ValidUntil)}."),
            WatchEntryExpired e => new(
                $"Entri daftar pantau berakhir setelah {Dates.Id(e.ValidUntil)}.", $"The watch entry expired after {Dates.En(e.ValidUntil)}."),
            WatchEntryRemoved => new($"{who} menghapus entri daftar pantau.", $"{who} removed the watch entry."),
            PunitiveWatchRemoved e => new(
                $"Entri penindakan terhadap {e.Person.Code} dihapus: {Terms.Of(e.Status).Id} (UU 6/2011 Ps 86).",
                $"The punitive entry on {e.Person.Code} was removed: {Terms.Of(e.Status).En} (UU 6/2011 Ps 86)."),
            _ => new("", ""),
        };
    }

    private static string Met(WatchHit hit, string before) => hit.Person is { } person ? before + person.Code : "";
}
