using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

public sealed record AssessPsychosocially(PsychosocialAssessed Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, AssessPsychosocially command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.Psychosocial) is { } refusal => refusal,
        _ when PsychosocialGuidelines.Missing(command.Fact.Guideline, envelope.Day) is { } unknown => unknown,
        _ when Input.Empty("needs", command.Fact.Needs) is { } empty => empty,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}
