using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Exit and entry bans (UU 6/2011 Ps 91-103 jo UU 63/2024).</summary>
internal static class TravelBanCatalogue
{
    private static readonly CatalogueOf<TravelBanEvent> Stream = new(TravelBanDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<EntryBanRequested, RequestEntryBan>("penangkalan diminta", "entry ban requested", "POLRI/BARESKRIM",
            """
            {
              "person": { "name": "Rajawali", "passport": "ZZ0000031", "birthDate": "1979-09-03", "sex": "M", "nationality": "KH" },
              "requestNumber": "R/44/II/2026",
              "until": "2031-02-11",
              "reason": "Mengatur penerimaan korban di Phnom Penh."
            }
            """),
        Stream.Entry<EntryBanEntered, EnterEntryBan>("penangkalan dimasukkan", "entry ban entered", "IMIGRASI/DITJEN-IMIGRASI",
            """
            {
              "entryNumber": "TANGKAL/2026/0021",
              "until": "2031-02-11"
            }
            """, "entry_ban_requested"),
        Stream.Entry<EntryBanExtended, ExtendEntryBan>("penangkalan diperpanjang", "entry ban extended", "POLRI/BARESKRIM",
            """
            {
              "decreeNumber": "KEP/3/II/2026",
              "until": "2035-02-11",
              "reason": "Masih mengendalikan jaringan."
            }
            """, "entry_ban_requested", "entry_ban_entered"),
        Stream.Entry<EntryBanLapsed, LapseEntryBan>("penangkalan berakhir demi hukum", "entry ban lapsed by law", null,
            """
            {
              "until": "2031-02-11"
            }
            """, "entry_ban_requested", "entry_ban_entered"),
        Stream.Entry<EntryBanLifted, LiftEntryBan>("penangkalan dicabut", "entry ban lifted", "POLRI/BARESKRIM",
            """
            {
              "reason": "Ternyata orang lain."
            }
            """, "entry_ban_requested", "entry_ban_entered"),
        Stream.Entry<UrgentExitBanRequested, RequestUrgentExitBan>(
            "pencegahan mendesak diminta", "urgent exit ban requested", "POLRI/POLRES-INDRAMAYU",
            """
            {
              "person": { "name": "Merpati", "nik": "3212010001820001", "birthDate": "1982-05-17", "sex": "F", "nationality": "ID" },
              "requestNumber": "R/31/II/2026",
              "reason": "Mengirim rombongan umrah fiktif; hendak berangkat.",
              "photoSha256": "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",
              "checkpoints": ["TPI-JUANDA", "TPI-SOEKARNO-HATTA"]
            }
            """),
        Stream.Entry<ExitBanEntered, EnterExitBan>("pencegahan dimasukkan", "exit ban entered", "IMIGRASI/DITJEN-IMIGRASI",
            """
            {
              "entryNumber": "CEKAL/2026/0118"
            }
            """, "urgent_exit_ban_requested"),
        Stream.Entry<ExitBanDecided, DecideExitBan>("pencegahan diputuskan", "exit ban decided", "POLRI/POLRES-INDRAMAYU",
            """
            {
              "person": { "name": "Merpati", "nik": "3212010001820001", "birthDate": "1982-05-17", "sex": "F", "nationality": "ID" },
              "decreeNumber": "KEP/9/II/2026",
              "from": "2026-02-12",
              "until": "2026-08-11",
              "reason": "Tersangka perkara perdagangan orang."
            }
            """, "urgent_exit_ban_requested", "exit_ban_entered"),
        Stream.Entry<ExitBanExtended, ExtendExitBan>("pencegahan diperpanjang", "exit ban extended", "POLRI/POLRES-INDRAMAYU",
            """
            {
              "decreeNumber": "KEP/71/II/2026",
              "until": "2027-02-11",
              "reason": "Penyidikan belum selesai."
            }
            """, "urgent_exit_ban_requested", "exit_ban_entered", "exit_ban_decided"),
        Stream.Entry<ExitBanLapsed, LapseExitBan>("pencegahan gugur demi hukum", "exit ban lapsed by law", null,
            """
            {
              "ground": "NoFormalDecision"
            }
            """, "urgent_exit_ban_requested", "exit_ban_entered"),
        Stream.Entry<TravelBanSuspended, SuspendTravelBan>("cekal dihentikan oleh perisai korban", "travel ban ended by the victim shield", null,
            """
            {
              "person": { "name": "Merpati", "nik": "3212010001820001", "birthDate": "1982-05-17", "sex": "F", "nationality": "ID" },
              "status": "Suspected"
            }
            """, "urgent_exit_ban_requested", "exit_ban_entered"),
        Stream.Entry<ExitBanLifted, LiftExitBan>("pencegahan dicabut", "exit ban lifted", "POLRI/POLRES-INDRAMAYU",
            """
            {
              "reason": "Penyidikan dihentikan."
            }
            """, "urgent_exit_ban_requested", "exit_ban_entered"),
    ];
}
