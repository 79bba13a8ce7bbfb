using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record PlaceLegalHold(LegalHoldPlaced Fact) : LegalHoldCommand;

public static partial class LegalHoldDecider
{
    public static Decision<LegalHoldEvent> Decide(LegalHold hold, PlaceLegalHold command, Envelope envelope) => hold switch
    {
        { Placed: not null } => hold.Agency == envelope.By.Agency ? Unchanged.Value : PrivacyRefusals.UnknownHold,
        _ when Input.Blank(("reference", command.Fact.Reference)) is { } blank => blank,
        _ when command.Fact.Person is null == command.Fact.Case is null => PrivacyRefusals.HoldTarget,
        _ => command.Fact,
    };
}
