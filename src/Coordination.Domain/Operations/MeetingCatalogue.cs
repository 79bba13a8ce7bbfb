using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>Meetings of the foreigner supervision team (UU 6/2011 Ps 69; Permenimipas 2/2025).</summary>
internal static class MeetingCatalogue
{
    private static readonly CatalogueOf<MeetingEvent> Stream = new(MeetingDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<TimporaMeetingConvened, ConveneTimporaMeeting>(
            "rapat Tim Pora diundang", "supervision team meeting convened", "IMIGRASI/KANIM-BATAM",
            """
            {
              "agenda": "Penampungan calon pekerja di Sekupang.",
              "heldAt": "2026-02-10T02:00:00Z",
              "agencies": ["IMIGRASI", "POLRI", "BP3MI"],
              "venue": "Aula Kantor Imigrasi Batam",
              "letterNumber": "UND/021/II/2026"
            }
            """),
        Stream.Entry<MeetingMinutesIssued, IssueMeetingMinutes>(
            "notulen rapat diterbitkan", "meeting minutes issued", "IMIGRASI/KANIM-BATAM",
            """
            {
              "minutesNumber": "NOT/021/II/2026",
              "attendance": [{ "agency": "IMIGRASI", "unit": "KANIM-BATAM" }, { "agency": "POLRI", "unit": "POLRESTA-BARELANG" }],
              "decisions": ["Operasi gabungan di Sekupang pada minggu ini."],
              "actionItems": [
                { "number": 1, "action": "Mengusulkan operasi gabungan.", "pic": { "agency": "IMIGRASI", "unit": "KANIM-BATAM" }, "due": "2026-02-12" },
                { "number": 2, "action": "Menyiapkan penampungan sementara.", "pic": { "agency": "BP3MI", "unit": "BP3MI-KEPRI" }, "due": "2026-02-13" }
              ]
            }
            """, "timpora_meeting_convened"),
        Stream.Entry<ActionItemCompleted, CompleteActionItem>(
            "tindak lanjut rapat selesai", "action item completed", "BP3MI/BP3MI-KEPRI",
            """
            {
              "number": 2,
              "result": "Tersedia tempat untuk delapan orang."
            }
            """, "timpora_meeting_convened", "meeting_minutes_issued"),
    ];
}
