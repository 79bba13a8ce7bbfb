using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A joint team: who is in it, from when to when.</summary>
public sealed record TaskForce
{
    public static TaskForce None { get; } = new();

    /// <summary>Null until formed.</summary>
    public TaskForceFormed? Formed { get; init; }

    public DateTimeOffset From { get; init; }

    public bool Dissolved { get; init; }

    /// <summary>Username to agency.</summary>
    public ImmutableSortedDictionary<string, string> Officers { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static Guid StreamOf(string code) => DeterministicId.From($"task_force/{code}");

    public bool IsActive(DateTimeOffset at) => Formed is { } formed && !Dissolved && From <= at && (formed.Until is not { } until || at < until);

    /// <summary>Is the officer in it at that moment, so that it reads what the team reads?</summary>
    public bool Has(string officer, string agency, DateTimeOffset at) =>
        IsActive(at) && Officers.TryGetValue(officer, out var sent) && string.Equals(sent, agency, StringComparison.Ordinal);

    public static TaskForce Evolve(TaskForce force, TaskForceEvent happened, Envelope envelope) => happened switch
    {
        TaskForceFormed e => force with { Formed = e, From = e.From ?? envelope.RecordedAt },
        TaskForceOfficerAdded e => force with { Officers = force.Officers.SetItem(e.Officer, e.Agency) },
        TaskForceOfficerRemoved e => force with { Officers = force.Officers.Remove(e.Officer) },
        TaskForceDissolved => force with { Dissolved = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a task force."),
    };
}
