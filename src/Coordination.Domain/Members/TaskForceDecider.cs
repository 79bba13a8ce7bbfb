using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A wish about a joint team; carries the fact that it asks to record.</summary>
public abstract record TaskForceCommand;

public static partial class TaskForceDecider
{
    public static StreamKind<TaskForce, TaskForceEvent, TaskForceCommand> Kind { get; } =
        new("task_force", TaskForce.None, TaskForce.Evolve, Decide, CommandFor);

    public static Decision<TaskForceEvent> Decide(TaskForce force, TaskForceCommand command, Envelope envelope) => command switch
    {
        FormTaskForce c => Decide(force, c, envelope),
        AddTaskForceOfficer c => Decide(force, c, envelope),
        RemoveTaskForceOfficer c => Decide(force, c, envelope),
        DissolveTaskForce c => Decide(force, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static TaskForceCommand CommandFor(TaskForceEvent fact) => fact switch
    {
        TaskForceFormed e => new FormTaskForce(e),
        TaskForceOfficerAdded e => new AddTaskForceOfficer(e),
        TaskForceOfficerRemoved e => new RemoveTaskForceOfficer(e),
        TaskForceDissolved e => new DissolveTaskForce(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
