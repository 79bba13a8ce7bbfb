using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>The product's own command: it looks up who knows before it asks for the decision.</summary>
public sealed record AskDeconfliction(DeconflictionAsked Fact) : DeconflictionCommand;

public static partial class DeconflictionDecider
{
    public static Decision<DeconflictionEvent> Decide(DeconflictionQuestion question, AskDeconfliction command, Envelope envelope) => question switch
    {
        { Asked: not null } => Unchanged.Value,
        _ when Input.Empty("sought", command.Fact.Sought) is { } empty => empty,
        _ when command.Fact.Case is null && string.IsNullOrWhiteSpace(command.Fact.Operation) => PrivacyRefusals.NoOccasion,
        _ => command.Fact,
    };
}
