using Coordination.Domain.Advisories;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Advisories;

/// <summary>Warnings of the police and advisories to checkpoints over HTTP.</summary>
internal static class AdvisoriesModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var warnings = api.MapGroup("network-warnings").WithTags("Network warnings").RequireAuthorization(Permissions.Work);
        warnings.MapNewFact<NetworkWarningIssued>("", "issueNetworkWarning", "Warn the border of a network on the move.");
        warnings.MapFact<WarningFeedbackSent>("POST", "{id:guid}/feedback", "sendWarningFeedback", "Tell the police what came of the warning.");

        var advisories = api.MapGroup("advisories").WithTags("Advisories").RequireAuthorization(Permissions.Work);
        advisories.MapNewFact<TpiAdvisoryPublished>("", "publishTpiAdvisory", "Tell checkpoints what to look out for and what to do.");
        advisories.MapFact<TpiAdvisoryAcknowledged>("POST", "{id:guid}/acknowledgements", "acknowledgeTpiAdvisory", "Acknowledge for a shift of a checkpoint.");
        advisories.MapFact<TpiPostureRaised>("POST", "{id:guid}/postures", "raiseTpiPosture", "Say what the checkpoint does beyond its ordinary duty.");
        advisories.MapFact<AdvisoryHitRecorded>("POST", "{id:guid}/hits", "recordAdvisoryHit", "Record that somebody was met of whom it warns.");
        advisories.MapFact<HitOutcomeReported>("POST", "{id:guid}/outcomes", "reportHitOutcome", "Say what came of a hit.");
        advisories.MapFact<AdvisoryExtended>("POST", "{id:guid}/extension", "extendAdvisory", "Let it run longer.");
    }
}
