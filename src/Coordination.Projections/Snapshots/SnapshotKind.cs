using Coordination.Domain;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Snapshots;

/// <summary>Where a thing stands, in one word.</summary>
/// <param name="Code">Stable, camelCase.</param>
/// <param name="IsOpen">Something is still to be done about it.</param>
public sealed record SnapshotStatus(string Code, Wording Name, bool IsOpen = true);

public enum SnapshotOrder
{
    /// <summary>Open ones by what is due first, then by the last change; closed ones last.</summary>
    Urgency,

    /// <summary>The last changed first.</summary>
    LastChanged,
}

/// <summary>
/// A kind of stream that is read as the fold of its events (Marten calls it a snapshot) by one table, one list and one page, whatever the kind.
/// </summary>
/// <param name="stream">The kind of stream.</param>
/// <param name="plural">Route below <c>/api/v1</c>.</param>
/// <param name="page">Route of the pages, without slash.</param>
/// <param name="name">What one is called.</param>
/// <param name="plurals">What several are called.</param>
public abstract class SnapshotKind(StreamKind stream, string plural, string page, Wording name, Wording plurals)
{
    private const string Notice = "notice";

    public StreamKind Stream { get; } = stream;

    /// <summary>Stored stream type.</summary>
    public string Type => Stream.Type;

    public string Plural { get; } = plural;

    public string Page { get; } = page;

    public Wording Name { get; } = name;

    public Wording Plurals { get; } = plurals;

    public SnapshotOrder Order { get; init; } = SnapshotOrder.Urgency;

    /// <summary>The stream that a fact names by itself, such as that of a person; null for things with ids of their own, and for a fact that leaves it out.</summary>
    public Func<object, Guid?>? Named { get; init; }

    /// <summary>All that <see cref="StatusOf"/> may answer.</summary>
    public abstract IReadOnlyList<SnapshotStatus> Statuses { get; }

    public abstract SnapshotStatus StatusOf(object state);

    /// <summary>What this one is called, without anybody's identity and without free text.</summary>
    public abstract Wording TitleOf(object state);

    /// <summary>The catalogue's entry of an event of this kind; null for any other name.</summary>
    public CatalogueEntry? EntryOf(string alias) => Catalogue.Find(alias) is { } entry && entry.Stream == Stream ? entry : null;

    /// <summary>The first deadline that runs in this state; a notice ahead of time is none.</summary>
    public Deadline? DueOf(object state) => StreamClocks.InForce
        .Where(clock => clock.Kind == Stream)
        .SelectMany(clock => clock.Running(state))
        .Where(deadline => !deadline.Step.StartsWith(Notice, StringComparison.Ordinal))
        .MinBy(deadline => deadline.Due);
}

/// <inheritdoc/>
public sealed class SnapshotKind<TState>(
    StreamKind stream, string plural, string page, Wording name, Wording plurals, IReadOnlyList<SnapshotStatus> statuses,
    Func<TState, SnapshotStatus> status, Func<TState, Wording> title) : SnapshotKind(stream, plural, page, name, plurals)
    where TState : class
{
    public override IReadOnlyList<SnapshotStatus> Statuses { get; } = statuses;

    public override SnapshotStatus StatusOf(object state) => status((TState)state);

    public override Wording TitleOf(object state) => title((TState)state);
}
