using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record LiftLegalHold(LegalHoldLifted Fact) : LegalHoldCommand;

public static partial class LegalHoldDecider
{
    /// <summary>Placing protects and one may do it; lifting makes erasure possible, so it takes a second person.</summary>
    public static Decision<LegalHoldEvent> Decide(LegalHold hold, LiftLegalHold command, Envelope envelope) => hold switch
    {
        _ when hold.Placed is null || hold.Agency != envelope.By.Agency => PrivacyRefusals.UnknownHold,
        { IsLifted: true } => Unchanged.Value,
        _ when hold.PlacedBy == envelope.By.Id => PrivacyRefusals.SamePerson,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
