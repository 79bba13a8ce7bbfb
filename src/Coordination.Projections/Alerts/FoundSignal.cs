using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Alerts;

/// <summary>A finding as an alert: its id, its body and who may read it.</summary>
internal static class FoundSignal
{
    public static Guid IdOf(Judged judged) => Signal.IdOf(
        judged.Made.Rule.Id, judged.Made.Rule.Version, judged.Finding.Name ?? judged.Made.Observation.Key, judged.Finding.Cycle);

    /// <summary>Null for a rule that only gives reasons.</summary>
    public static Signal? Of(Judged judged)
    {
        var (rule, finding) = (judged.Made.Rule, judged.Finding);
        if (rule.Code is not { } code)
            return null;
        var alert = new AlertRaised(
            code, rule.Id, rule.Version, finding.Severity, [.. finding.Evidence.Select(one => one.Event).Distinct()],
            [.. finding.Evidence.Select(one => one.Person).Where(person => person != default).Distinct()], Recipients(finding), finding.Facts, null, finding.Place);
        return new(IdOf(judged), alert, MarkingOf(finding), Reapplied(rule, finding));
    }

    public static Marking MarkingOf(Finding finding) => finding.Restricted
        // Not even those whose information it is: the one who is named may be among them.
        ? new(finding.Evidence.Max(one => one.Marking.Level) is var level && level > Level.R ? level : Level.R, finding.Recipients, [Caveat.OriginatorControl])
        : AlertMarking.Of(Inputs(finding), finding.Recipients);

    private static IReadOnlyList<string> Recipients(Finding finding) =>
        finding.Restricted ? finding.Recipients : AlertMarking.Recipients(Inputs(finding), finding.Recipients);

    private static AlertInput[] Inputs(Finding finding) => [.. finding.Evidence.Select(one => new AlertInput(one.Agency, one.Marking))];

    private static ReappliedElsewhere? Reapplied(IAlertRule rule, Finding finding) =>
        rule is ReapplicationRule && finding.Evidence is [var answer, var application]
        ? new(application.Stream, application.Person, answer.Stream, answer.Kind == ReapplicationRule.Refused, answer.Unit, answer.At)
        : null;
}
