using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

/// <summary>
/// What a decision on sharing must know of the thing itself. It stands in other streams, so the write path reads it first and puts it into
/// the command.
/// </summary>
/// <param name="Marking">As created, with what its own stream added.</param>
/// <param name="Sight">What the officer who asks may see of the thing now.</param>
/// <param name="Ends">Groups that the thing cannot do without, such as the two ends of a handoff.</param>
/// <param name="Recalled">Numbers of the recalls whose list names the unit of who asks.</param>
public sealed record ThingFacts(Marking Marking, Sight Sight, IReadOnlyList<string> Ends, IReadOnlySet<int> Recalled)
{
    /// <summary>The officer has proved the second factor within the last minutes.</summary>
    public bool IsProved { get; init; }

    /// <summary>A thing on paper, such as the examples of the catalogue are about. The write path never leaves it standing.</summary>
    public static ThingFacts OnPaper { get; } = new(
        Marking.Default with { Caveats = [Caveat.NotInCourt, Caveat.NoOnwardSharing] }, Sight.Full, [], new HashSet<int> { 1 });
}
