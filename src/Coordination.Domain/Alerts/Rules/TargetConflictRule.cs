using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// A-CONFLICT: an approved operation comes nearer than 48 hours to the same place, person or thing as another agency's operation or surveillance.
/// Each side gets an alert of its own, which rests on its own event and says of the other no more than whom to call: neither learns what, where or
/// whom the other is after, nor does anybody who may read both.
/// </summary>
public sealed class TargetConflictRule : IAlertRule
{
    public string Id => "R-CONFLICT";

    public int Version => 1;

    public string Code => AlertCodes.Conflict;

    public Severity Severity => Severity.High;

    /// <summary>None: the distance in time is agreed between the agencies, and stands in the keys.</summary>
    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [];

    public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type>
    {
        typeof(JointOperationApproved), typeof(OperationCancelled), typeof(SurveillanceDeclared), typeof(SurveillanceEnded),
    };

    /// <summary>Planned far ahead or recorded late: the keys say which months count.</summary>
    public TimeSpan? Window(RuleValues values) => null;

    public IEnumerable<Observation> Observe(Happening happening)
    {
        var by = happening.Envelope.By;
        return happening.Body switch
        {
            JointOperationApproved { Target: { } target, Lead: { } lead } => Claims(happening, target, lead, stands: true),
            OperationCancelled { Target: { } target } => Claims(happening, target, new(by.Agency, by.Unit), stands: false),
            SurveillanceDeclared e => Claims(happening, e.Target, e.Contact, stands: true),
            SurveillanceEnded { Target: { } target } => Claims(happening, target, new(by.Agency, by.Unit), stands: false),
            _ => [],
        };
    }

    /// <returns>Two per pair: one for each side.</returns>
    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        var own = TargetClaim.Parse(latest.Kind);
        var free = known.Select(one => (one.Stream, Claim: TargetClaim.Parse(one.Kind))).Where(one => !one.Claim.Stands).Select(one => one.Stream).ToHashSet();
        if (free.Contains(latest.Stream))
            return [];
        return known
            .Where(one => one.Agency != latest.Agency && one.Stream != latest.Stream && !free.Contains(one.Stream))
            .Where(one => TargetClaim.Parse(one.Kind).Meets(own, latest.Key))
            .DistinctBy(one => one.Stream)
            .SelectMany(other => new[] { Found(latest, other), Found(other, latest) });
    }

    // Whoever wrote the event down, it is the leading unit's: the task force proposes for others too.
    private static IEnumerable<Observation> Claims(Happening happening, OperationTarget target, UnitAddress lead, bool stands) =>
        TargetClaim.Of(target, lead.Unit, stands).Select(claim => happening.Observed(claim.Key, claim.Claim.ToString(), default) with
        {
            Agency = lead.Agency, Unit = lead.Unit, Where = target.MainPlace!,
            Marking = happening.Envelope.Marking with { Audience = [Audiences.Unit(lead.Agency, lead.Unit)] },
        });

    private static Finding Found(Observation side, Observation other) => new(
        $"{side.Stream}/{other.Stream}",
        Severity.High,
        [side],
        [Audiences.Unit(side.Agency, side.Unit)],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["contact"] = TargetClaim.Parse(other.Kind).Contact, ["agency"] = other.Agency },
        side.Where)
    {
        // Two targets in common are one conflict, not two.
        Name = "conflict",
        OneSided = true,
    };
}
