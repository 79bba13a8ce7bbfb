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

    /// <summary>When it ends by being dissolved; null in rows of before, which ended at once.</summary>
    public DateTimeOffset? DissolvedFrom { get; init; }

    /// <summary>Username to agency: everybody who was sent and not called back at once.</summary>
    public ImmutableSortedDictionary<string, string> Officers { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>When each of them is in it; none in rows of before, and then it is all of the time.</summary>
    public ImmutableSortedDictionary<string, ImmutableList<Spell>> Terms { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableList<Spell>>(StringComparer.Ordinal);

    public static Guid StreamOf(string code) => DeterministicId.From($"task_force/{code}");

    public bool IsActive(DateTimeOffset at) => Formed is { } formed && !IsDissolvedAt(at) && From <= at && (formed.Until is not { } until || at < until);

    public bool IsDissolvedAt(DateTimeOffset at) => Dissolved && (DissolvedFrom is not { } from || from <= at);

    /// <summary>Is the officer in it at that moment, so that it reads what the team reads?</summary>
    public bool Has(string officer, string agency, DateTimeOffset at) =>
        IsActive(at) && IsSentAt(officer, at) && string.Equals(Officers[officer], agency, StringComparison.Ordinal);

    /// <summary>Whether or not the team works by then.</summary>
    public bool IsSentAt(string officer, DateTimeOffset at) =>
        Officers.ContainsKey(officer) && (!Terms.TryGetValue(officer, out var terms) || terms.HoldAt(at));

    public static TaskForce Evolve(TaskForce force, TaskForceEvent happened, Envelope envelope) => happened switch
    {
        TaskForceFormed e => force with { Formed = e, From = e.From ?? envelope.RecordedAt },
        TaskForceOfficerAdded e => force.Said(e.Officer, new(true, e.From ?? envelope.RecordedAt, e.Until)) with { Officers = force.Officers.SetItem(e.Officer, e.Agency) },
        TaskForceOfficerRemoved { From: { } from } e when from > envelope.RecordedAt => force.Said(e.Officer, new(false, from)),
        TaskForceOfficerRemoved e => force with { Officers = force.Officers.Remove(e.Officer), Terms = force.Terms.Remove(e.Officer) },
        TaskForceDissolved e => force with { Dissolved = true, DissolvedFrom = e.From ?? envelope.RecordedAt },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a task force."),
    };

    private TaskForce Said(string officer, Spell spell) => this with { Terms = Terms.SetItem(officer, Terms.GetValueOrDefault(officer, []).Add(spell)) };
}
