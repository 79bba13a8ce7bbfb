using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tests.Alerts.Rules;

/// <summary>Runs a rule over a small log in the order of recording, as the projection does.</summary>
internal sealed class Seen(IAlertRule rule, params (string Name, int Value)[] set)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly PersonRef Bakung = Person(1);
    public static readonly PersonRef Teratai = Person(2);
    public static readonly PersonRef Jati = Person(3);

    private readonly List<Observation> _known = [];
    private readonly Dictionary<string, HashSet<Guid>> _spent = new(StringComparer.Ordinal);
    private readonly RuleValues _values = new(rule, set.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));
    private int _events;

    public List<Finding> Findings { get; } = [];

    public static PersonRef Person(int n) => new(new Guid(n, 0, 0, new byte[8]));

    public static Guid Stream(int n) => new(n, 1, 0, new byte[8]);

    /// <param name="days">Days after <see cref="Start"/> that it happened.</param>
    public Seen And(object body, double days, int stream, string unit = "KANIM-ATAMBUA", string? place = null, string agency = "IMIGRASI", Marking? marking = null)
    {
        var officer = new Officer("imigrasi", agency, unit, OfficerRole.Officer, Level.R);
        var at = Start.AddDays(days);
        var persons = (body as IConcernsPersons)?.Persons().ToList() ?? [];
        var happening = new Happening(
            new Guid(++_events, 2, 0, new byte[8]), Stream(stream), body, new Envelope(officer, at, at, place, [], marking ?? Marking.Default, null),
            persons);
        foreach (var observation in rule.LooksAt.Contains(body.GetType()) ? rule.Observe(happening) : [])
        {
            _known.Add(observation);
            var near = _known.Where(one => one.Key == observation.Key
                && (rule.Window(_values) is not { } window || (one.At - observation.At).Duration() <= window)).ToList();
            if (!_spent.TryGetValue(observation.Key, out var spent))
                _spent.Add(observation.Key, spent = []);
            foreach (var finding in rule.Judge(rule.Remembers ? near : [observation], observation, spent, _values).ToList())
            {
                spent.UnionWith(finding.Evidence.Select(one => one.Event));
                Findings.Add(finding);
            }
        }

        return this;
    }
}
