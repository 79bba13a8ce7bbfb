using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

/// <summary>Handoffs between agencies (UU 6/2011 Ps 86 and 107, UU 21/2007, KUHAP).</summary>
internal static class HandoffCatalogue
{
    private static readonly CatalogueOf<HandoffEvent> Stream = new(HandoffDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<HandoffProposed, ProposeHandoff>("pelimpahan diusulkan", "handoff proposed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "kind": "Investigation",
              "subject": { "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" },
              "role": "Suspect",
              "to": { "agency": "POLRI", "unit": "POLRESTA-BARELANG", "desk": "PPA-PPO" },
              "summary": "Menampung dan mengantar calon pekerja ke pelabuhan.",
              "offence": "UU 21/2007 Ps 4 jo Ps 10"
            }
            """),
        Stream.Entry<HandoffDispatched, DispatchHandoff>("pelimpahan dikirim", "handoff dispatched", "IMIGRASI/KANIM-BATAM",
            """
            {
              "letterNumber": "W.32.IMI/015/II/2026",
              "recordNumber": "BAST/015/II/2026",
              "manifest": [
                { "item": "B-01", "description": "Berita acara pemeriksaan", "kind": "Document", "custodian": "Inteldakim Kanim Batam" },
                { "item": "B-02", "description": "Rekaman CCTV pelabuhan", "kind": "Recording", "custodian": "Inteldakim Kanim Batam", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }
              ]
            }
            """, "handoff_proposed"),
        Stream.Entry<TravellerHandedToProtection, HandToProtection>(
            "pelintas diserahkan untuk dilindungi", "traveller handed to protection", "IMIGRASI/KANIM-BATAM",
            """
            {
              "subject": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "to": { "agency": "BP3MI", "unit": "BP3MI-KEPRI", "desk": "PELINDUNGAN" },
              "recordNumber": "BAST/011/II/2026",
              "summary": "Keberangkatan ditunda; menunjukkan indikasi korban.",
              "health": "baik",
              "belongings": "satu tas, satu telepon"
            }
            """),
        Stream.Entry<FacilitatorHandedToPolice, HandToPolice>(
            "terduga perekrut diserahkan ke polisi", "suspected facilitator handed to police", "IMIGRASI/KANIM-BATAM",
            """
            {
              "subject": { "name": "Gagak", "nik": "2171010001800001", "phone": "+6200000012", "sex": "M" },
              "to": { "agency": "POLRI", "unit": "POLRESTA-BARELANG", "desk": "PPA-PPO" },
              "recordNumber": "BAST/014/II/2026",
              "summary": "Menunggu calon pekerja di luar pelabuhan; membayar tiket.",
              "offence": "UU 21/2007 Ps 4 jo Ps 10",
              "detained": false,
              "manifest": [
                { "item": "B-01", "description": "Berita acara pemeriksaan", "kind": "Document", "custodian": "Inteldakim Kanim Batam" },
                { "item": "B-02", "description": "Telepon genggam", "kind": "Device", "custodian": "Inteldakim Kanim Batam", "sealNumber": "SGL-0042" }
              ]
            }
            """),
        Stream.Entry<HandoffReceived, ReceiveHandoff>("pelimpahan diterima di meja", "handoff received", "POLRI/POLRESTA-BARELANG",
            """
            {
              "note": "Berkas dan dua barang bukti diterima, segel utuh."
            }
            """, "facilitator_handed_to_police"),
        Stream.Entry<HandoffAccepted, AcceptHandoff>("pelimpahan disetujui", "handoff accepted", "POLRI/POLRESTA-BARELANG",
            """
            {
              "registerNumber": "LP/A/12/II/2026"
            }
            """, "facilitator_handed_to_police", "handoff_received"),
        Stream.Entry<HandoffReturned, ReturnHandoff>("pelimpahan dikembalikan", "handoff returned", "POLRI/POLRESTA-BARELANG",
            """
            {
              "missing": [{ "description": "Salinan forensik telepon", "item": "B-02" }],
              "reason": "Isi telepon belum diekstraksi."
            }
            """, "facilitator_handed_to_police", "handoff_received"),
        Stream.Entry<HandoffSupplemented, SupplementHandoff>("pelimpahan dilengkapi", "handoff supplemented", "IMIGRASI/KANIM-BATAM",
            """
            {
              "items": [{ "item": "B-03", "description": "Salinan forensik telepon", "kind": "DeviceImage", "custodian": "Inteldakim Kanim Batam", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }],
              "note": "Ekstraksi selesai."
            }
            """, "facilitator_handed_to_police", "handoff_received", "handoff_returned"),
        Stream.Entry<HandoffDeclined, DeclineHandoff>("pelimpahan bukan kewenangan", "handoff declined", "POLRI/POLRESTA-BARELANG",
            """
            {
              "reason": "Perbuatan di luar wilayah hukum.",
              "competentAgency": "POLRI"
            }
            """, "facilitator_handed_to_police"),
        Stream.Entry<HandoffWithdrawn, WithdrawHandoff>("pelimpahan ditarik", "handoff withdrawn", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Subjek ternyata korban; dialihkan ke pelindungan."
            }
            """, "facilitator_handed_to_police"),
        Stream.Entry<HandoffFollowedUp, FollowUpHandoff>("pelimpahan yang ditolak ditindaklanjuti", "declined handoff followed up", "IMIGRASI/KANIM-BATAM",
            """
            {
              "conflict": "0193d2a0-0000-7000-8000-000000000021"
            }
            """, "facilitator_handed_to_police", "handoff_declined"),
    ];
}
