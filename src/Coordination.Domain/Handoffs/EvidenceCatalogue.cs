using Coordination.Domain.Kernel;

namespace Coordination.Domain.Handoffs;

/// <summary>Custody of evidence (KUHAP; UU 21/2007 Ps 29-30).</summary>
internal static class EvidenceCatalogue
{
    private static readonly CatalogueOf<EvidenceEvent> Stream = new(EvidenceDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<EvidenceRegistered, RegisterEvidence>("barang bukti didaftarkan", "evidence registered", "IMIGRASI/KANIM-BATAM",
            """
            {
              "item": "B-02",
              "description": "Telepon genggam",
              "kind": "Device",
              "custodian": { "agency": "IMIGRASI", "unit": "KANIM-BATAM", "store": "Inteldakim" },
              "sealNumber": "SGL-0042"
            }
            """),
        Stream.Entry<EvidenceCustodyChanged, ChangeCustody>("penyimpan barang bukti berganti", "custody of evidence changed", "POLRI/POLRESTA-BARELANG",
            """
            {
              "from": { "agency": "IMIGRASI", "unit": "KANIM-BATAM", "store": "Inteldakim" },
              "to": { "agency": "POLRI", "unit": "POLRESTA-BARELANG", "store": "Gudang barang bukti" },
              "sealNumber": "SGL-0042"
            }
            """, "evidence_registered"),
        Stream.Entry<EvidenceSealBroken, ReportSealBroken>("segel barang bukti dibuka atau rusak", "seal of evidence broken", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Dibuka untuk ekstraksi forensik.",
              "sealNumber": "SGL-0042",
              "orderNumber": "SP.FORENSIK/07/II/2026",
              "newSealNumber": "SGL-0051"
            }
            """, "evidence_registered"),
    ];
}
