using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record AssessBreach(BreachAssessed Fact) : BreachCommand;

public static partial class BreachDecider
{
    /// <summary>Assessed anew whenever more is known; the last one counts.</summary>
    public static Decision<BreachEvent> Decide(Breach breach, AssessBreach command, Envelope envelope) => breach switch
    {
        _ when Unworkable(breach, envelope) is { } refusal => refusal,
        _ when Input.Empty("data", command.Fact.Data) is { } empty => empty,
        _ when Input.Blank(("handling", command.Fact.Handling), ("recovery", command.Fact.Recovery)) is { } blank => blank,
        { Assessment: { } before } when IsSame(before, command.Fact) => Unchanged.Value,
        _ => command.Fact,
    };

    private static bool IsSame(BreachAssessed one, BreachAssessed other) =>
        (one.Risk, one.Handling, one.Recovery) == (other.Risk, other.Handling, other.Recovery) && Input.Same(one.Data, other.Data);
}
