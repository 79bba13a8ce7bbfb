using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Tips;

/// <summary>A wish about a tip; carries the fact that it asks to record.</summary>
public abstract record TipCommand;

public static partial class TipDecider
{
    public static StreamKind<Tip, TipEvent, TipCommand> Kind { get; } =
        new("tip", Tip.None, Tip.Evolve, Decide, CommandFor, tip => tip.Persons(), tip => tip.Owners);

    public static Decision<TipEvent> Decide(Tip tip, TipCommand command, Envelope envelope) => command switch
    {
        ReceiveTip c => Decide(tip, c, envelope),
        TriageTip c => Decide(tip, c, envelope),
        AssignTip c => Decide(tip, c, envelope),
        VerifyTip c => Decide(tip, c, envelope),
        FindTipUnsubstantiated c => Decide(tip, c, envelope),
        ConvertTip c => Decide(tip, c, envelope),
        InformReporter c => Decide(tip, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static TipCommand CommandFor(TipEvent fact) => fact switch
    {
        TipReceived e => new ReceiveTip(e),
        TipTriaged e => new TriageTip(e),
        TipAssigned e => new AssignTip(e),
        TipVerified e => new VerifyTip(e),
        TipUnsubstantiated e => new FindTipUnsubstantiated(e),
        TipConverted e => new ConvertTip(e),
        ReporterInformed e => new InformReporter(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>The desk that took the report down, or the task force, or who owns it now.</summary>
    private static Refusal? NotDesk(Tip tip, Officer by) => tip switch
    {
        { Received: null } => TipRefusals.Unknown,
        _ when by.Agency == Agencies.TaskForce || by.Agency == tip.Agency && Units.SameOffice(by.Agency, by.Unit, tip.Unit) || Owns(tip, by) => null,
        _ => TipRefusals.NotDesk,
    };

    private static Refusal? NotOwner(Tip tip, Officer by) => tip switch
    {
        { Received: null } => TipRefusals.Unknown,
        { Owner: null } => TipRefusals.NotAssigned,
        _ => by.Agency == Agencies.TaskForce || Owns(tip, by) ? null : TipRefusals.NotOwner,
    };

    private static bool Owns(Tip tip, Officer by) =>
        tip.Owner is { } owner && owner.Agency == by.Agency && Units.SameOffice(by.Agency, by.Unit, owner.Unit);
}
