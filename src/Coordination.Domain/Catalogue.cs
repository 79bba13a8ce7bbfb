using System.Collections.Frozen;
using Coordination.Domain.Advisories;
using Coordination.Domain.Alerts;
using Coordination.Domain.Audit;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Outreach;
using Coordination.Domain.Privacy;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;
using Coordination.Domain.Sharing;
using Coordination.Domain.Tips;
using Coordination.Domain.Victims;

namespace Coordination.Domain;

/// <summary>
/// Everything that can happen in the product: the stream kinds, and one entry per event type. Stands above the modules, which do not know
/// each other.
/// </summary>
public static class Catalogue
{
    public static IReadOnlyList<StreamKind> Kinds { get; } =
    [
        OfficerDecider.Kind, UnitDecider.Kind, AgencyDecider.Kind, TaskForceDecider.Kind, BreakGlassDecider.Kind,
        PassportApplicationDecider.Kind, DepartureScreeningDecider.Kind, HandoffDecider.Kind, IntelligenceDecider.Kind, CaseDecider.Kind,
        VictimDecider.Kind, ProtectionDecider.Kind, AdministrativeActionDecider.Kind, ProsecutionDecider.Kind, WatchEntryDecider.Kind, AlertDecider.Kind, RuleSettingDecider.Kind, AuditDecider.Kind,
        BrokerProfileDecider.Kind, NetworkLinkDecider.Kind, P3MIDecider.Kind, FinancialInquiryDecider.Kind, JobAdDecider.Kind, TravelBanDecider.Kind,
        NetworkWarningDecider.Kind, TpiAdvisoryDecider.Kind,
        DeconflictionDecider.Kind, ContactNoticeDecider.Kind, SubjectRequestDecider.Kind, RetentionDecider.Kind, LegalHoldDecider.Kind,
        BreachDecider.Kind, AccessAnomalyDecider.Kind,
        SharingDecider.Kind, ErasureDecider.Kind,
        CompetenceConflictDecider.Kind, EvidenceDecider.Kind,
        TipDecider.Kind, OutreachSessionDecider.Kind, FosteredVillageDecider.Kind, CommunityPartnerDecider.Kind, VillageVerificationDecider.Kind,
        MeetingDecider.Kind, OperationDecider.Kind, SurveillanceDecider.Kind,
    ];

    /// <summary>In the order of the modules, then of the life of the thing.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        .. MembersCatalogue.Entries, .. BreakGlassCatalogue.Entries,
        .. OutreachCatalogue.Entries, .. TipCatalogue.Entries,
        .. PassportApplicationCatalogue.Entries, .. DepartureScreeningCatalogue.Entries, .. HandoffCatalogue.Entries,
        .. IntelligenceCatalogue.Entries, .. CaseCatalogue.Entries,
        .. VictimCatalogue.Entries, .. ProtectionCatalogue.Entries, .. AdministrativeActionCatalogue.Entries, .. ProsecutionCatalogue.Entries, .. WatchEntryCatalogue.Entries, .. AlertCatalogue.Entries, .. RuleSettingCatalogue.Entries,
        .. BrokerCatalogue.Entries, .. P3MICatalogue.Entries, .. InquiryCatalogue.Entries, .. TravelBanCatalogue.Entries, .. AdvisoryCatalogue.Entries,
        .. AuditCatalogue.Entries, .. PrivacyCatalogue.Entries, .. ErasureCatalogue.Entries, .. SharingCatalogue.Entries,
        .. CompetenceConflictCatalogue.Entries, .. EvidenceCatalogue.Entries,
        .. MeetingCatalogue.Entries, .. OperationCatalogue.Entries, .. SurveillanceCatalogue.Entries,
    ];

    private static readonly FrozenDictionary<string, CatalogueEntry> ByAlias =
        Entries.ToFrozenDictionary(entry => entry.Alias, StringComparer.Ordinal);

    public static CatalogueEntry? Find(string alias) => ByAlias.GetValueOrDefault(alias);

    /// <summary>Codes of the agencies that may send this event on that day.</summary>
    public static IReadOnlyList<string> AgenciesFor(CatalogueEntry entry, DateOnly day) =>
        entry.SystemOnly ? [] : AuthorityMatrix.AgenciesFor(entry.Command.Name, day);
}
