using System.Reflection;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// A-CHILD: a minor in any event of risk. Every event that says whether somebody is a child is looked at, also those that modules add later; one
/// alert for one child within the days, however many agencies meet it.
/// </summary>
internal sealed class ChildRule : IAlertRule
{
    private const string IsChild = "IsChild";

    private static readonly Dictionary<Type, Func<object, bool>> Says = EventNames.All.Select(name => name.Value)
        .Select(type => (Type: type, Member: type.GetProperty(IsChild)))
        .Where(found => found.Member is { } member && (member.PropertyType == typeof(bool) || member.PropertyType == typeof(bool?)))
        .ToDictionary(found => found.Type, found => Reader(found.Member!));

    public string Id => AlertCodes.Child;

    public int Version => 1;

    public string Code => AlertCodes.Child;

    public Severity Severity => Severity.Critical;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Days(30)];

    public IReadOnlySet<Type> LooksAt { get; } = Says.Keys.Append(typeof(TipReceived)).ToHashSet();

    public TimeSpan? Window(RuleValues values) => values.Span();

    public IEnumerable<Observation> Observe(Happening happening)
    {
        var said = happening.Body is TipReceived tip ? tip.Signs?.Contains(TipSign.ChildConcerned) == true : Says[happening.Body.GetType()](happening.Body);
        if (!said)
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

    private static Func<object, bool> Reader(PropertyInfo member) => body => member.GetValue(body) is true;
}
