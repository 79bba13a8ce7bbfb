using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>Return and reintegration (UU 21/2007 Ps 51 and 54; UU 18/2017 Ps 41).</summary>
internal static class ReturnCatalogue
{
    private const string Agreed = "service_consent_given";
    private const string Planned = "repatriation_planned";
    private const string Plan = "reintegration_plan_agreed";

    private static readonly CatalogueOf<ProtectionEvent> Stream = new(ProtectionDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } = [.. Return(), .. Reintegration()];

    private static IEnumerable<CatalogueEntry> Return() =>
    [
        Stream.Entry<RepatriationPlanned, PlanRepatriation>("pemulangan direncanakan", "return planned", "BP3MI/BP3MI-KEPRI",
            """
            {
              "route": "WithinIndonesia",
              "destination": "53.21",
              "on": "2026-02-20",
              "checked": ["RiskAssessed", "FamilyInformed", "ReceiverConfirmed"]
            }
            """, Agreed),
        Stream.Entry<EscortAssigned, AssignEscort>("pendamping pemulangan ditunjuk", "escort assigned", "BP3MI/BP3MI-KEPRI",
            """
            {
              "agency": "BP3MI",
              "unit": "BP3MI-NTT"
            }
            """, Agreed, Planned),
        Stream.Entry<ArrivedAtOrigin, NoteArrivalAtOrigin>("tiba di daerah asal", "arrived at the place of origin", "BP3MI/BP3MI-NTT", "{}", Agreed, Planned),
        Stream.Entry<HandedToLocalGovernment, HandToLocalGovernment>(
            "diserahkan kepada pemerintah daerah", "handed to the local government", "BP3MI/BP3MI-NTT",
            """
            {
              "agency": "PEMDA-KAB",
              "unit": "PEMDA-MALAKA",
              "recordNumber": "BAST/44/NTT/II/2026"
            }
            """, Agreed, Planned, "arrived_at_origin"),
        Stream.Entry<LocalGovernmentAcknowledged, AcknowledgeAsLocalGovernment>(
            "pemerintah daerah menyatakan menerima", "local government acknowledged", "PEMDA-KAB/PEMDA-MALAKA", "{}", Agreed, "handed_to_local_government"),
    ];

    private static IEnumerable<CatalogueEntry> Reintegration() =>
    [
        Stream.Entry<ReintegrationPlanAgreed, AgreeReintegrationPlan>("rencana reintegrasi disepakati", "reintegration plan agreed", "PEMDA-KAB/PEMDA-MALAKA",
            """
            {
              "parts": ["Livelihood", "Training", "Counselling"],
              "goals": "Bengkel las di desa bersama kelompok pemuda."
            }
            """, Agreed),
        Stream.Entry<LivelihoodGrantGiven, GiveLivelihoodGrant>("bantuan usaha diberikan", "livelihood grant given", "PEMDA-KAB/PEMDA-MALAKA",
            """
            {
              "rupiah": 7500000,
              "receiptNumber": "KW/9/2026",
              "purpose": "Mesin las dan bahan pertama."
            }
            """, Agreed, Plan),
        Stream.Entry<TrainingCompleted, CompleteTraining>("pelatihan selesai", "training completed", "PEMDA-KAB/PEMDA-MALAKA",
            """
            {
              "programme": "Las dasar, BLK Betun",
              "certificate": "BLK/77/2026"
            }
            """, Agreed, Plan),
        Stream.Entry<FollowUpVisited, VisitForFollowUp>("kunjungan tindak lanjut", "follow-up visit", "PEMDA-KAB/PEMDA-MALAKA",
            """
            {
              "milestone": "Day30",
              "situation": "Bekerja, tinggal bersama orang tua."
            }
            """, Agreed, Plan),
        Stream.Entry<ReintegrationClosed, CloseReintegration>("reintegrasi ditutup", "reintegration closed", "PEMDA-KAB/PEMDA-MALAKA",
            """
            {
              "reason": "OwnWish"
            }
            """, Agreed, Plan),
        Stream.Entry<ReVictimisationDetected, DetectReVictimisation>("risiko menjadi korban lagi terdeteksi", "re-victimisation detected", "IMIGRASI/TPI-HANG-NADIM",
            """
            {
              "circumstances": "Akan berangkat lagi dengan sponsor yang sama."
            }
            """, Agreed),
    ];
}
