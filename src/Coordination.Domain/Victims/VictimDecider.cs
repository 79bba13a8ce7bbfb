using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>A wish about a person as victim; carries the fact that it asks to record.</summary>
public abstract record VictimCommand;

public static partial class VictimDecider
{
    public static StreamKind<Victim, VictimEvent, VictimCommand> Kind { get; } =
        new("victim", Victim.None, Victim.Evolve, Decide, CommandFor, victim => Persona.Each(victim.Person), floor: Level.R);

    public static Decision<VictimEvent> Decide(Victim victim, VictimCommand command, Envelope envelope) => command switch
    {
        ReferVictim c => Decide(victim, c, envelope),
        ScreenVictim c => Decide(victim, c, envelope),
        DetermineVictimStatus c => Decide(victim, c, envelope),
        ReviseVictimStatus c => Decide(victim, c, envelope),
        GrantReflectionPeriod c => Decide(victim, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static VictimCommand CommandFor(VictimEvent fact) => fact switch
    {
        VictimReferred e => new ReferVictim(e),
        VictimScreened e => new ScreenVictim(e),
        VictimStatusDetermined e => new DetermineVictimStatus(e),
        VictimStatusRevised e => new ReviseVictimStatus(e),
        ReflectionPeriodGranted e => new GrantReflectionPeriod(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    private static Refusal? Problem(Victim victim, PersonRef? told) => (victim.Person, told) switch
    {
        (null, null) => VictimRefusals.PersonMissing,
        ({ } known, { } other) when known != other => VictimRefusals.OtherPerson,
        _ => null,
    };

    private static Refusal? BadStatus(VictimStatus status, IReadOnlyList<TraffickingAct>? acts, IReadOnlyList<TraffickingMeans>? means,
        IReadOnlyList<TraffickingPurpose>? purposes, bool isChild)
    {
        if (status == VictimStatus.NotAssessed)
            return VictimRefusals.StatusMissing;
        if (status != VictimStatus.Confirmed)
            return null;
        string[] missing =
        [
            .. acts is { Count: > 0 } ? [] : new[] { "acts" },
            // A child needs no means (Palermo Protocol Art 3(c)); consent never matters.
            .. isChild || means is { Count: > 0 } ? [] : new[] { "means" },
            .. purposes is { Count: > 0 } ? [] : new[] { "purposes" },
        ];
        return missing is [] ? null : VictimRefusals.ElementsMissing with { Details = missing };
    }
}
