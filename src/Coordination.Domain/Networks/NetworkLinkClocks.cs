using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>A claim that nobody has confirmed is looked at again, and does not stay a claim for ever.</summary>
public static class NetworkLinkClocks
{
    public static StreamClock Clock { get; } = new StreamClock<NetworkLink>(NetworkLinkDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(NetworkLink link)
    {
        if (link is not { Claim: { } claim, ClaimedBy: { } analyst, Confirmation: null, IsRetracted: false })
            return [];
        var unit = Audiences.Unit(analyst.Agency, analyst.Unit);
        return
        [
            Of("review", Severity.Low, ServiceLevels.NetworkLinkReview, [unit]),
            Of("unconfirmed", Severity.Medium, ServiceLevels.NetworkLinkUnconfirmed, [unit, Audiences.Agency(Agencies.TaskForce)]),
        ];

        Deadline Of(string step, Severity severity, TimeSpan after, string[] recipients) => new(
            AlertCodes.NetworkLink, step == "review" ? $"notice/{step}" : step, severity, link.ClaimedAt, link.ClaimedAt + after, recipients,
            DeadlineFacts.Of(("step", step), ("unit", analyst.Unit), ("since", DeadlineFacts.Say(link.ClaimedAt))))
        {
            Subjects = [.. claim.Persons()], Case = claim.Case,
        };
    }
}
