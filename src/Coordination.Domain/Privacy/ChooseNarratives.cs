using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <param name="Offered">Texts around the person that this officer may read, and that do not go anyway.</param>
public sealed record ChooseNarratives(ErasureNarrativesChosen Fact, IReadOnlySet<Guid> Offered) : ErasureCommand;

public static partial class ErasureDecider
{
    /// <summary>Before the decision, by who answers for a unit of the agency that asked; another person then decides on person and texts together.</summary>
    public static Decision<ErasureEvent> Decide(Erasure erasure, ChooseNarratives command, Envelope envelope) => erasure switch
    {
        _ when erasure.Status == ErasureStatus.None || envelope.By.Agency != erasure.Agency => ErasureRefusals.Unknown,
        _ when !PrivacyOfficers.MayDecide(envelope.By) => ErasureRefusals.SecondPersonNeeded,
        { Status: not ErasureStatus.Requested } => ErasureRefusals.Decided,
        _ when command.Fact.Narratives.ToHashSet().SetEquals(erasure.Chosen) => Unchanged.Value,
        _ when !command.Fact.Narratives.All(command.Offered.Contains) => ErasureRefusals.NotOffered,
        _ => command.Fact,
    };
}
