using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Watch entries, each by two persons.</summary>
internal static class WatchEntryCatalogue
{
    private static readonly CatalogueOf<WatchEntryEvent> Stream = new(WatchEntryDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<WatchEntryProposed, ProposeWatchEntry>(
            "entri pengawasan diusulkan", "watch entry proposed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "kind": "Punitive",
              "reason": "Menampung dan mengantar calon pekerja ke pelabuhan.",
              "action": "Tahan keberangkatan dan hubungi Polresta Barelang.",
              "person": { "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" }
            }
            """),
        Stream.Entry<WatchEntryApproved, ApproveWatchEntry>(
            "entri pengawasan disetujui", "watch entry approved", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "validUntil": "2026-12-31"
            }
            """, "watch_entry_proposed"),
        Stream.Entry<WatchHit, RecordWatchHit>("kecocokan daftar pantau", "watch-list hit", "IMIGRASI/TPI-SEKUPANG",
            """
            {
              "hitNumber": "PL/SEKUPANG/0113",
              "person": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "circumstances": "Disebut sebagai pengantar; menunggu di luar pelabuhan."
            }
            """, "watch_entry_proposed", "watch_entry_approved"),
        Stream.Entry<WatchReviewed, ReviewWatchHit>("kecocokan daftar pantau ditinjau", "watch-list hit reviewed", "IMIGRASI/TPI-SEKUPANG",
            """
            {
              "hitNumber": "PL/SEKUPANG/0113",
              "outcome": "Confirmed",
              "feedback": "Orang yang sama; penumpangnya ditunda dan diserahkan ke BP3MI."
            }
            """, "watch_entry_proposed", "watch_entry_approved", "watch_hit"),
        Stream.Entry<WatchEntryExtended, ExtendWatchEntry>("entri pengawasan diperpanjang", "watch entry extended", "IMIGRASI/KANIM-ATAMBUA",
            """
            {
              "validUntil": "2027-01-31",
              "reason": "Masih mengantar calon pekerja."
            }
            """, "watch_entry_proposed", "watch_entry_approved"),
        Stream.Entry<WatchEntryExpired, ExpireWatchEntry>("entri pengawasan berakhir", "watch entry expired", null,
            """
            {
              "validUntil": "2026-12-31"
            }
            """, "watch_entry_proposed", "watch_entry_approved"),
        Stream.Entry<WatchEntryRemoved, RemoveWatchEntry>("entri pengawasan dihapus", "watch entry removed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Keterangan saksi dicabut."
            }
            """, "watch_entry_proposed"),
        Stream.Entry<PunitiveWatchRemoved, RemovePunitiveWatch>(
            "entri penindakan dihapus oleh perisai korban", "punitive watch removed by the victim shield", null,
            """
            {
              "person": { "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" },
              "status": "Dual"
            }
            """, "watch_entry_proposed", "watch_entry_approved"),
    ];
}
