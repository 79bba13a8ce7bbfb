using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record ReferVictim(VictimReferred Fact) : VictimCommand;

public static partial class VictimDecider
{
    public static Decision<VictimEvent> Decide(Victim victim, ReferVictim command, Envelope envelope)
    {
        var fact = command.Fact with { Person = command.Fact.Person ?? victim.Person };
        return victim switch
        {
            _ when Problem(victim, fact.Person) is { } problem => problem,
            _ when Input.Blank(("circumstances", fact.Circumstances)) is { } blank => blank,
            // While the own referral waits, saying it again says nothing; that it is a child does.
            { UnscreenedSince: not null } when victim.Suspicions.Contains(envelope.By.Agency) && (victim.IsChild || !fact.IsChild) => Unchanged.Value,
            _ => fact,
        };
    }
}
