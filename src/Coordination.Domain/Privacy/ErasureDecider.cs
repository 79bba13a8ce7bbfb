using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A wish about an erasure; carries the fact that it asks to record.</summary>
public abstract record ErasureCommand;

public static partial class ErasureDecider
{
    public static StreamKind<Erasure, ErasureEvent, ErasureCommand> Kind { get; } = new(
        "erasure", Erasure.None, Erasure.Evolve, Decide, CommandFor,
        erasure => erasure.Status == ErasureStatus.None ? [] : [erasure.Person],
        erasure => erasure.Agency.Length == 0 ? [] : [Audiences.Agency(erasure.Agency)]);

    public static Decision<ErasureEvent> Decide(Erasure erasure, ErasureCommand command, Envelope envelope) => command switch
    {
        RequestErasure c => Decide(erasure, c, envelope),
        ChooseNarratives c => Decide(erasure, c, envelope),
        RefuseErasure c => Decide(erasure, c, envelope),
        ApproveErasure c => Decide(erasure, c, envelope),
        CarryOutErasure c => Decide(erasure, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static ErasureCommand CommandFor(ErasureEvent fact) => fact switch
    {
        ErasureRequested e => new RequestErasure(e),
        // Until somebody has looked, none is offered.
        ErasureNarrativesChosen e => new ChooseNarratives(e, new HashSet<Guid>()),
        ErasureRefused e => new RefuseErasure(e),
        // Until somebody has looked, everything is held: the Host fills in what really is.
        ErasureApproved e => new ApproveErasure(e, ["not_checked"]),
        ErasureCarriedOut e => new CarryOutErasure(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Null when this officer decides: another than who asked or chose what goes with it, of the same agency, who answers for a unit (ASVS 5.0, 2.3.5).</summary>
    private static Refusal? NotDecider(Erasure erasure, Officer by) => erasure switch
    {
        _ when erasure.Status == ErasureStatus.None || by.Agency != erasure.Agency => ErasureRefusals.Unknown,
        _ when by.Id == erasure.RequestedBy!.Id || by.Id == erasure.ChosenBy?.Id => ErasureRefusals.SamePerson,
        _ when by.Role is not (OfficerRole.UnitHead or OfficerRole.Coordinator) => ErasureRefusals.SecondPersonNeeded,
        _ => null,
    };
}
