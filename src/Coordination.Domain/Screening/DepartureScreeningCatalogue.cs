using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

/// <summary>Screening at a checkpoint (UU 6/2011 Ps 16 jo UU 63/2024, Permenkumham 9/2024).</summary>
internal static class DepartureScreeningCatalogue
{
    private static readonly CatalogueOf<DepartureScreeningEvent> Stream = new(DepartureScreeningDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<TravellerReferredToSecondary, ReferTraveller>(
            "pelintas dirujuk ke pemeriksaan lanjutan", "traveller referred to secondary inspection", "IMIGRASI/KANIM-BATAM",
            """
            {
              "traveller": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "reasons": ["RecentPassportFromElsewhere", "OneWayTicket"],
              "mode": "Sea",
              "carrier": "MV Fiktif Laut 3",
              "destination": "KH",
              "ticket": "OneWay",
              "passportIssuedOn": "2026-01-29",
              "passportIssuedBy": "KANIM-BATAM",
              "domicile": "53.21.01",
              "firstTrip": true,
              "purpose": "Tourism",
              "age": 24,
              "journey": { "departsAt": "2026-02-02T07:30:00+07:00", "via": ["SG"], "hasItinerary": false, "booking": "FKT123" },
              "passportNumber": "ZZ0000012"
            }
            """),
        Stream.Entry<SecondaryInspectionConducted, InspectTraveller>(
            "pemeriksaan lanjutan dilakukan", "secondary inspection conducted", "IMIGRASI/KANIM-BATAM",
            """
            {
              "traveller": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "summary": "Mengaku dijemput seseorang di pelabuhan tujuan; tiket dibayar orang lain.",
              "redFlags": ["TicketPaidByOther", "EmployerUnknown"],
              "sponsorPhone": "+6200000011",
              "funds": "Rp 400.000"
            }
            """, "traveller_referred_to_secondary"),
        Stream.Entry<VictimIndicatorScreened, ScreenVictimIndicators>(
            "skrining indikasi korban", "victim indicators screened", "IMIGRASI/KANIM-BATAM",
            """
            {
              "traveller": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "indicators": ["DeceivedAboutWork", "PaidByOther"],
              "isChild": false,
              "result": "Indication",
              "score": 4
            }
            """, "traveller_referred_to_secondary"),
        Stream.Entry<DepartureDeferred, DeferDeparture>("keberangkatan ditunda", "departure deferred", "IMIGRASI/KANIM-BATAM",
            """
            {
              "traveller": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "reasons": ["SuspectedNonProceduralWork", "SuspectedVictim"],
              "recordNumber": "BAP/017/II/2026",
              "passportHeld": true,
              "validUntil": "2026-12-31"
            }
            """, "traveller_referred_to_secondary"),
        Stream.Entry<DepartureDeferralOverturned, OverturnDepartureDeferral>(
            "penundaan keberangkatan dibatalkan", "departure deferral overturned", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Dokumen penempatan resmi diperlihatkan dan diverifikasi."
            }
            """, "traveller_referred_to_secondary", "departure_deferred"),
        Stream.Entry<DepartureRecorded, RecordDeparture>("keberangkatan tercatat", "departure recorded", "IMIGRASI/KANIM-BATAM",
            """
            {
              "traveller": { "name": "Teratai", "nik": "5321010001900002", "passport": "ZZ0000012", "birthDate": "2001-03-14", "sex": "M", "nationality": "ID" },
              "checkpoint": "TPI-HARBOUR-BAY",
              "mode": "Sea",
              "destination": "SG",
              "clearance": "None",
              "carrier": "MV Fiktif Laut 5"
            }
            """),
        Stream.Entry<PassportWithdrawn, WithdrawPassport>("paspor ditarik", "passport withdrawn", "IMIGRASI/KANIM-BATAM",
            """
            {
              "receiptNumber": "TT/009/II/2026",
              "ground": "DepartureDeferred",
              "passportNumber": "ZZ0000012"
            }
            """, "traveller_referred_to_secondary", "departure_deferred"),
        Stream.Entry<OriginReturnFacilitated, FacilitateOriginReturn>(
            "pemulangan ke daerah asal difasilitasi", "return to the place of origin facilitated", "BP3MI/BP3MI-KEPRI",
            """
            {
              "route": ["21.71", "53.71", "53.21"],
              "toAgency": "PEMDA-KAB",
              "toUnit": "PEMDA-MALAKA",
              "cost": 2750000,
              "departsOn": "2026-02-14",
              "escorted": true
            }
            """, "traveller_referred_to_secondary", "departure_deferred"),
    ];
}
