using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

/// <summary>What officers write down in the field.</summary>
internal static class FieldCatalogue
{
    /// <param name="started">What comes before any of it.</param>
    public static IReadOnlyList<CatalogueEntry> Entries(string[] started) =>
    [
        OperationCatalogue.Stream.Entry<PersonEncountered, EncounterPerson>("orang ditemui", "person encountered", "IMIGRASI/KANIM-BATAM",
            """
            {
              "person": { "name": "Bangau", "passport": "ZZ0000031", "birthDate": "1988-05-05", "sex": "M", "nationality": "CN" },
              "nationality": "CN",
              "sex": "Male",
              "age": "From25To39",
              "document": "Passport",
              "permit": "Visit",
              "findings": ["PermitMisuse"],
              "site": "L-01"
            }
            """, started),
        OperationCatalogue.Stream.Entry<PersonSecured, SecurePerson>("orang diamankan", "person secured", "IMIGRASI/KANIM-BATAM",
            """
            {
              "person": { "name": "Bangau", "passport": "ZZ0000031", "birthDate": "1988-05-05", "sex": "M", "nationality": "CN" },
              "reason": "Izin tinggal tidak sesuai kegiatan.",
              "custody": "Ruang detensi Kantor Imigrasi Batam"
            }
            """, started),
        OperationCatalogue.Stream.Entry<VictimIdentifiedInField, IdentifyVictimInField>(
            "terduga korban ditemukan di lapangan", "victim identified in the field", "IMIGRASI/KANIM-BATAM",
            """
            {
              "person": { "name": "Kenanga", "nik": "5321010001900003", "birthDate": "2009-06-01", "sex": "F", "nationality": "ID" },
              "signs": ["DocumentsHeldByOthers", "Minor"],
              "isChild": true,
              "needs": "Pendamping perempuan."
            }
            """, started),
        OperationCatalogue.Stream.Entry<EvidenceSeized, SeizeEvidence>("barang bukti disita", "evidence seized", "IMIGRASI/KANIM-BATAM",
            """
            {
              "item": "B-01",
              "kind": "TravelDocument",
              "description": "Delapan paspor dalam satu laci",
              "quantity": 8,
              "storage": "Gudang barang bukti Inteldakim Kanim Batam",
              "sealNumber": "SGL-0107"
            }
            """, started),
        OperationCatalogue.Stream.Entry<LocationInspected, InspectLocation>("lokasi diperiksa", "location inspected", "IMIGRASI/KANIM-BATAM",
            """
            {
              "site": "L-01",
              "place": "21.71.06.1001",
              "description": "Rumah kos dua lantai.",
              "findings": ["AddressMismatch"]
            }
            """, started),
    ];
}
