using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>A wish about a question to a village; carries the fact that it asks to record.</summary>
public abstract record VillageVerificationCommand;

public static partial class VillageVerificationDecider
{
    public static StreamKind<VillageVerification, VillageVerificationEvent, VillageVerificationCommand> Kind { get; } =
        new("village_verification", VillageVerification.None, VillageVerification.Evolve, Decide, CommandFor,
            verification => Persona.Each(verification.Request?.Person), verification => verification.Readers);

    public static Decision<VillageVerificationEvent> Decide(
        VillageVerification verification, VillageVerificationCommand command, Envelope envelope) => command switch
    {
        RequestVillageVerification c => Decide(verification, c, envelope),
        AnswerVillageVerification c => Decide(verification, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static VillageVerificationCommand CommandFor(VillageVerificationEvent fact) => fact switch
    {
        VillageVerificationRequested e => new RequestVillageVerification(e),
        VillageVerificationAnswered e => new AnswerVillageVerification(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
