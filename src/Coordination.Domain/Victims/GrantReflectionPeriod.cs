using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

public sealed record GrantReflectionPeriod(ReflectionPeriodGranted Fact) : VictimCommand;

public static partial class VictimDecider
{
    public static Decision<VictimEvent> Decide(Victim victim, GrantReflectionPeriod command, Envelope envelope)
    {
        var least = envelope.Day.AddDays(VictimServiceLevels.ReflectionDays);
        var fact = command.Fact with { Person = command.Fact.Person ?? victim.Person, Until = command.Fact.Until ?? least };
        return victim switch
        {
            _ when Problem(victim, fact.Person) is { } problem => problem,
            _ when !VictimShield.Covers(victim.Strongest) => VictimRefusals.NotSuspected,
            _ when Input.Blank(("decisionNumber", fact.DecisionNumber)) is { } blank => blank,
            { Reflection: { } granted } when granted.DecisionNumber == fact.DecisionNumber => Unchanged.Value,
            { Reflection.Until: { } runs } when runs >= envelope.Day => VictimRefusals.ReflectionRuns,
            _ when fact.Until < least => VictimRefusals.ReflectionTooShort,
            _ => fact,
        };
    }
}
