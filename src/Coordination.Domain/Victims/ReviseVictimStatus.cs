using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record ReviseVictimStatus(VictimStatusRevised Fact) : VictimCommand;

public static partial class VictimDecider
{
    public static Decision<VictimEvent> Decide(Victim victim, ReviseVictimStatus command, Envelope envelope)
    {
        var fact = command.Fact with { Person = command.Fact.Person ?? victim.Person };
        return victim switch
        {
            _ when Problem(victim, fact.Person) is { } problem => problem,
            _ when !victim.Determinations.ContainsKey(envelope.By.Agency) => VictimRefusals.NotYours,
            _ when victim.Determinations[envelope.By.Agency] == fact.Status => Unchanged.Value,
            _ when BadStatus(fact.Status, fact.Acts, fact.Means, fact.Purposes, victim.IsChild) is { } refusal => refusal,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ => fact,
        };
    }
}
