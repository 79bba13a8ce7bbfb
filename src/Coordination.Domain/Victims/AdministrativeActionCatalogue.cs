using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>Administrative actions of immigration (TAK, UU 6/2011 Ps 75), under the shield of Ps 86.</summary>
internal static class AdministrativeActionCatalogue
{
    private static readonly CatalogueOf<AdministrativeActionEvent> Stream = new(AdministrativeActionDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<AdministrativeActionProposed, ProposeAdministrativeAction>(
            "tindakan administratif keimigrasian diusulkan", "administrative action proposed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "person": { "name": "Kakatua", "passport": "ZZ0000031", "birthDate": "1988-09-01", "sex": "M", "nationality": "VN" },
              "measures": ["Deportation", "Ban"],
              "grounds": "Tinggal melebihi izin 74 hari dan bekerja tanpa izin."
            }
            """),
        Stream.Entry<AdministrativeActionImposed, ImposeAdministrativeAction>(
            "tindakan administratif keimigrasian dikenakan", "administrative action imposed", "IMIGRASI/KANIM-BATAM",
            """
            {
              "measures": ["Deportation", "Ban"],
              "decisionNumber": "W32.IMI.1-GR.04.01-0042"
            }
            """, "administrative_action_proposed"),
        Stream.Entry<AdministrativeActionSuspended, SuspendAdministrativeAction>(
            "tindakan administratif keimigrasian dihentikan", "administrative action suspended", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Objection",
              "note": "Keberatan diajukan kuasa hukum."
            }
            """, "administrative_action_proposed", "administrative_action_imposed"),
        Stream.Entry<AdministrativeActionLifted, LiftAdministrativeAction>(
            "tindakan administratif keimigrasian dicabut", "administrative action lifted", "IMIGRASI/KANIM-BATAM",
            """
            {
              "reason": "Keberatan diterima."
            }
            """, "administrative_action_proposed", "administrative_action_imposed"),
    ];
}
