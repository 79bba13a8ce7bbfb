using Coordination.Domain.Advisories;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Intelligence;
using Coordination.Domain.Networks;
using Coordination.Domain.Outreach;
using Coordination.Domain.Privacy;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Operations;
using Coordination.Domain.Victims;

namespace Coordination.Domain.Alerts.Clocks;

/// <summary>The clocks in force.</summary>
public static class StreamClocks
{
    public static IReadOnlyList<StreamClock> InForce { get; } =
    [
        HandoffClocks.Clock,
        IntelligenceClocks.Clock,
        PrivacyClocks.OfBreach,
        PrivacyClocks.OfRequest,
        PrivacyClocks.OfAnomaly,
        PassportApplicationClocks.Clock,
        TipClocks.Clock,
        VillageVerificationClocks.Clock,
        HandoffFileClocks.Clock,
        EvidenceClocks.Clock,
        MatterClocks.Clock,
        CompetenceConflictClocks.Clock,
        OperationClocks.Clock,
        OperationClocks.OfConclusion,
        MeetingClocks.Clock,
        WatchEntryClocks.Clock,
        NetworkLinkClocks.Clock,
        P3MIClocks.Clock,
        InquiryClocks.OfMoney,
        InquiryClocks.OfAd,
        TravelBanClocks.Clock,
        NetworkWarningClocks.Clock,
        TpiAdvisoryClocks.Clock,
        VictimClocks.Clock,
        ProtectionClocks.Clock,
    ];
}
