using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A wish about a retention; carries the fact that it asks to record.</summary>
public abstract record RetentionCommand;

public static partial class RetentionDecider
{
    public static StreamKind<Retention, RetentionEvent, RetentionCommand> Kind { get; } =
        new("retention", Retention.None, Retention.Evolve, Decide, CommandFor,
            persons: retention => [retention.Subject], readers: retention => [Audiences.Agency(retention.Agency)]);

    public static Decision<RetentionEvent> Decide(Retention retention, RetentionCommand command, Envelope envelope) => command switch
    {
        ProposeRetention c => Decide(retention, c, envelope),
        ApproveRetention c => Decide(retention, c, envelope),
        HandRetentionToErasure c => Decide(retention, c, envelope),
        DeferRetention c => Decide(retention, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static RetentionCommand CommandFor(RetentionEvent fact) => fact switch
    {
        RetentionProposed e => new ProposeRetention(e),
        RetentionApproved e => new ApproveRetention(e),
        RetentionHandedToErasure e => new HandRetentionToErasure(e),
        RetentionDeferred e => new DeferRetention(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Null when this officer decides on it and it waits for a decision.</summary>
    private static Refusal? Undecidable(Retention retention, Envelope envelope) => retention switch
    {
        _ when retention.Status == RetentionStatus.None || retention.Agency != envelope.By.Agency => PrivacyRefusals.UnknownRetention,
        _ when !PrivacyOfficers.MayDecide(envelope.By) => PrivacyRefusals.NotAPrivacyOfficer,
        { Status: RetentionStatus.Deferred or RetentionStatus.HandedToErasure } => PrivacyRefusals.RetentionDecided,
        _ => null,
    };
}
