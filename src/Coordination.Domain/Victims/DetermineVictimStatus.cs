using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record DetermineVictimStatus(VictimStatusDetermined Fact) : VictimCommand;

public static partial class VictimDecider
{
    /// <summary>One word per agency. Agencies may differ, and the strongest word holds.</summary>
    public static Decision<VictimEvent> Decide(Victim victim, DetermineVictimStatus command, Envelope envelope)
    {
        var told = command.Fact;
        var fact = told with { Person = told.Person ?? victim.Person, IsChild = told.IsChild || victim.IsChild };
        return victim switch
        {
            _ when Problem(victim, fact.Person) is { } problem => problem,
            _ when BadStatus(fact.Status, fact.Acts, fact.Means, fact.Purposes, fact.IsChild) is { } refusal => refusal,
            _ when Input.Blank(("grounds", fact.Grounds)) is { } blank => blank,
            _ when victim.Determinations.TryGetValue(envelope.By.Agency, out var mine) => mine == fact.Status ? Unchanged.Value : VictimRefusals.Determined,
            _ => fact,
        };
    }
}
