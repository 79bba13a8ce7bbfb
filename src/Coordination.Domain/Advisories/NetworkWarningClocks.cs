using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Advisories;

/// <summary>
/// A warning reaches the checkpoints within the hour, or it is critical: those whom it tells of travel meanwhile. The police hear within a day of an
/// outcome what came of it, and both sides are told when two days have passed without a word.
/// </summary>
public static class NetworkWarningClocks
{
    public static StreamClock Clock { get; } = new StreamClock<NetworkWarning>(NetworkWarningDecider.Kind, 2, Running);

    private static IEnumerable<Deadline> Running(NetworkWarning warning)
    {
        if (warning is not { Issue: { } issue, IssuedBy: { } police })
            yield break;
        var border = Audiences.Agency(Agencies.Immigration);
        var station = Audiences.Unit(police.Agency, police.Unit);
        if (warning is { Advisories: [], Feedback: [] })
            yield return Of("advisory", Severity.Critical, warning.IssuedAt, ServiceLevels.AdvisoryAfterWarning, border);
        if (warning.OwedSince is not { } owed)
            yield break;
        yield return Of($"notice/feedback/{owed.UtcTicks}", Severity.Medium, owed, ServiceLevels.WarningFeedback, border);
        yield return Of($"silence/{owed.UtcTicks}", Severity.High, owed, ServiceLevels.WarningFeedbackMissing, border, station);

        Deadline Of(string step, Severity severity, DateTimeOffset since, TimeSpan after, params string[] recipients) => new(
            AlertCodes.WarningFeedback, step, severity, since, since + after, recipients,
            DeadlineFacts.Of(("step", step.Split('/')[0]), ("number", issue.WarningNumber), ("due", DeadlineFacts.Say(since + after))))
        {
            Case = issue.Case,
        };
    }
}
