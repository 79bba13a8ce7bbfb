using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>Who hears of a bad document beside those who met it (catalogue of alerts, A-DOC: "issuers").</summary>
internal static class DocumentIssuers
{
    public static readonly string Registry = Audiences.Agency("DUKCAPIL");

    public static readonly string Passports = Audiences.Agency(Agencies.Immigration);

    /// <summary>The agency that was named as issuer, else the one that issues this type; null where that may be anybody.</summary>
    public static string? Of(DocumentType type, string? named) => named is not null && Agencies.Find(named) is { } agency
        ? Audiences.Agency(agency.Code)
        : type switch
        {
            DocumentType.Passport or DocumentType.ElectronicPassport => Passports,
            DocumentType.IdentityCard or DocumentType.BirthCertificate => Registry,
            DocumentType.MarriageBook or DocumentType.PilgrimageLicence => Audiences.Agency("KEMENAG"),
            DocumentType.PlacementLicence => Audiences.Agency(Agencies.MigrantMinistry),
            _ => null,
        };
}
