using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record CompleteTraining(TrainingCompleted Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, CompleteTraining command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Reintegration) is { } refusal => refusal,
        _ when Input.Blank(("programme", command.Fact.Programme)) is { } blank => blank,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}
