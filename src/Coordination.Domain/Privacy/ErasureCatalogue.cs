using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Erasure of an identity (UU 27/2022 Ps 43, 44): asked for by one person, decided by another.</summary>
internal static class ErasureCatalogue
{
    private const string Asker = "IMIGRASI/KANIM-BATAM";
    private const string Decider = "IMIGRASI/TPI-SEKUPANG";
    private static readonly CatalogueOf<ErasureEvent> Stream = new(ErasureDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<ErasureRequested, RequestErasure>("penghapusan identitas diminta", "erasure of an identity requested", Asker,
            """
            {
              "person": "0190a000-0000-7000-8000-00000000a001",
              "ground": "SubjectRequest",
              "reason": "Permintaan tertulis orang yang bersangkutan."
            }
            """),
        Stream.Entry<ErasureNarrativesChosen, ChooseNarratives>("naskah yang ikut dihapus dipilih", "texts that go as well chosen", Asker,
            """
            {
              "narratives": ["0190a000-0000-5000-8000-00000000b001"]
            }
            """, "erasure_requested"),
        Stream.Entry<ErasureRefused, RefuseErasure>("penghapusan identitas ditolak", "erasure of an identity refused", Decider,
            """
            {
              "reason": "Masih diperlukan dalam perkara."
            }
            """, "erasure_requested"),
        Stream.Entry<ErasureApproved, ApproveErasure>("penghapusan identitas disetujui", "erasure of an identity approved", Decider,
            """
            {
              "note": "Sudah diperiksa."
            }
            """, "erasure_requested"),
        Stream.Entry<ErasureCarriedOut, CarryOutErasure>("identitas dihapus", "identity erased", null,
            """
            {
              "keys": 3,
              "narratives": 1,
              "effectiveAt": "2026-03-02T02:00:15Z",
              "backupsGoneOn": "2026-04-01",
              "chosen": 0,
              "left": 2
            }
            """, "erasure_requested", "erasure_approved"),
    ];
}
