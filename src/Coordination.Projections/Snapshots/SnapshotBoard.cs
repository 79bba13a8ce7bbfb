using System.Text.Json;
using Coordination.EventStore;

namespace Coordination.Projections.Snapshots;

/// <summary>The folded state of every thing of the kinds in <see cref="SnapshotKinds"/>, marked as strictly as all its events together.</summary>
public sealed class SnapshotBoard(EventTypes types, EventSerializer serializer) : IProjection
{
    private static readonly string[] Columns =
    [
        "stream_id", "kind", "position", "version", "sort_key", "title_id", "title_en", "status", "is_open", "place", "unit", "persons", "first_at",
        "last_at", "due_at", "due_code", "state", "caveats", "agency", "level", "audience", "within",
    ];

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => "Snapshots";

    public IReadOnlyList<string> Tables { get; } = ["snapshot"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases([.. SnapshotKinds.All.Select(kind => kind.Stream.EventFamily)]);

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        var rows = (await _history.Load(page, session.Connection, ct)).Select(SnapshotRow.Of).ToList();
        // Whole rows anew: one statement and one copy for a page, however many things it touches.
        session.Add("delete from snapshot where stream_id = any($1)", Parameters.Uuids(rows.Select(row => row.Stream)));
        await session.Insert("snapshot", Columns, rows, Write, ct);
    }

    private static void Write(RowWriter to, SnapshotRow row) => to
        .Add(row.Stream).Add(row.Kind.Type).Add(row.Position).Add(row.Version).Add(row.SortKey)
        .Add(row.Title.Id).Add(row.Title.En).Add(row.Status.Code).Add(row.Status.IsOpen)
        .Add(row.Place).Add(row.Unit).Add(row.Persons)
        .Add(row.FirstAt).Add(row.LastAt).Add(row.DueAt).Add(row.DueCode)
        .AddJson(JsonSerializer.SerializeToUtf8Bytes(row.State, row.State.GetType(), SnapshotJson.Options))
        .Add((IReadOnlyCollection<string>)[.. row.Marking.Caveats])
        .Add(row.Agency)
        .Add((int)row.Marking.Level)
        .Add((IReadOnlyCollection<string>)[.. row.Marking.Audience])
        .Add(row.Within);
}
