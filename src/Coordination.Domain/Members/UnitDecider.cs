using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A wish about a unit; carries the fact that it asks to record.</summary>
public abstract record UnitCommand;

public static partial class UnitDecider
{
    public static StreamKind<UnitFile, UnitEvent, UnitCommand> Kind { get; } =
        new("unit", UnitFile.None, UnitFile.Evolve, Decide, CommandFor);

    public static Decision<UnitEvent> Decide(UnitFile unit, UnitCommand command, Envelope envelope) => command switch
    {
        RegisterUnit c => Decide(unit, c, envelope),
        CloseUnit c => Decide(unit, c, envelope),
        StaffDesk c => Decide(unit, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static UnitCommand CommandFor(UnitEvent fact) => fact switch
    {
        UnitRegistered e => new RegisterUnit(e),
        UnitClosed e => new CloseUnit(e),
        DeskStaffed e => new StaffDesk(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
