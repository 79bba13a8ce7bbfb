using Coordination.Testing;

namespace Coordination.EventStore.Tests.Reading;

public sealed record NoteTaken(int Amount, string? Text);

public sealed record NoteDropped(string Reason);

/// <summary>One row per event, as it came.</summary>
internal sealed class Ledger : IProjection
{
    public string Name { get; init; } = "Ledger";

    public int Version { get; init; } = 1;

    public IReadOnlyList<string> Tables { get; init; } = ["ledger"];

    public IReadOnlyList<string> InsertOnlyTables => Tables;

    public IReadOnlySet<string>? Wants { get; init; }

    public IReadOnlySet<string>? Bodies { get; init; }

    /// <summary>Runs before a page's rows are written.</summary>
    public Func<IReadOnlyList<Recorded>, ProjectionSession, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        await Before(page, session);
        await session.Insert(Tables[0], ["position", "stream", "version", "amount", "recorded_at"], page, static (row, e) => row
            .Add(e.Position).Add(e.Stream).Add(e.Version).Add(e.Body is NoteTaken note ? note.Amount : null).Add(e.Timestamp), ct);
    }
}

/// <summary>One row per stream, updated in place: applied twice it would be wrong, and so would a lost event make it.</summary>
internal sealed class Totals : IProjection
{
    public string Name => "Totals";

    public IReadOnlyList<string> Tables => ["totals"];

    public IReadOnlySet<string>? Wants { get; init; }

    public Func<IReadOnlyList<Recorded>, ProjectionSession, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        await Before(page, session);
        var sums = page.GroupBy(e => e.Stream).Select(s => (s.Key, Count: (long)s.Count(), Sum: s.Sum(e => (long)((NoteTaken)e.Body).Amount), Last: s.Max(e => e.Version))).ToList();
        session.Add(
            """
            insert into totals as t (stream, events, total, last_version, chain) select s, c, a, v, md5(s::text || v) from unnest($1, $2, $3, $4) as x (s, c, a, v)
            on conflict (stream) do update set events = t.events + excluded.events, total = t.total + excluded.total, last_version = excluded.last_version,
                chain = md5(t.stream::text || excluded.last_version)
            """,
            new() { Value = sums.Select(s => s.Key).ToArray() }, new() { Value = sums.Select(s => s.Count).ToArray() },
            new() { Value = sums.Select(s => s.Sum).ToArray() }, new() { Value = sums.Select(s => s.Last).ToArray() });
    }
}

internal static class Notes
{
    public static readonly EventTypes Types = new([new("note_taken", typeof(NoteTaken)), new("note_dropped", typeof(NoteDropped))]);
    public static readonly EventSerializer Serializer = new(System.Text.Json.JsonSerializerOptions.Web);

    public static async Task CreateTables(Database database) => await database.Run("""
        drop table if exists readmodel.ledger, readmodel.totals;
        create table readmodel.ledger (
            position bigint not null, stream uuid not null, version bigint not null, amount integer, recorded_at timestamptz not null, extra text default 'd',
            constraint ledger_pk primary key (position), constraint ledger_once unique (stream, version));
        create index ledger_by_amount on readmodel.ledger (amount) where amount > 3;
        create table readmodel.totals (stream uuid primary key, events bigint not null, total bigint not null, last_version bigint not null, chain text not null);
        alter table readmodel.ledger owner to coord_daemon;
        alter table readmodel.totals owner to coord_daemon;
        """);
}

internal static class DatabaseQueries
{
    public static async Task Run(this Database database, string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> Ask<T>(this Database database, string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetFieldValue<T>(0);
    }

    public static async Task<List<T>> List<T>(this Database database, string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    /// <summary>Events and rows of the ledger that do not match: none missed, none twice.</summary>
    public static Task<long> LedgerDefects(this Database database) => database.Ask<long>("""
        select count(*) from (select seq_id, stream_id, version from public.mt_events) e
        full join readmodel.ledger l on l.position = e.seq_id and l.stream = e.stream_id and l.version = e.version where e.seq_id is null or l.position is null
        """);
}
