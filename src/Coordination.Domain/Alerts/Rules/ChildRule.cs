using Coordination.Domain.Kernel;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// A-CHILD: a minor in any event of risk. Every event that can say that a child is concerned is looked at, also those that modules add later; one
/// alert for one child within the days, however many agencies meet it.
/// </summary>
internal sealed class ChildRule : IAlertRule
{
    public string Id => AlertCodes.Child;

    public int Version => 3;

    public string Code => AlertCodes.Child;

    public Severity Severity => Severity.Critical;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Days(30)];

    public IReadOnlySet<Type> LooksAt { get; } =
        EventNames.All.Select(name => name.Value).Where(type => type.IsAssignableTo(typeof(IConcernsChildren))).ToHashSet();

    public TimeSpan? Window(RuleValues values) => values.Span();

    public IEnumerable<Observation> Observe(Happening happening)
    {
        if (!((IConcernsChildren)happening.Body).ConcernsChild())
            yield break;
        var child = happening.Body is TipReceived ? null : happening.Subject(null);
        yield return happening.Observed(child is { } person ? $"person:{person}" : $"stream:{happening.Stream}", "child", child)
            with { Where = happening.Envelope.Checkpoint() };
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values) =>
        known.Any(one => spent.Contains(one.Event)) ? [] :
        [
            new(
                latest.Event.ToString(), Severity.Critical, [latest], [.. new[] { latest }.Writers(), .. RuleAddressees.Children],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["pattern"] = Id }, latest.Where),
        ];
}
