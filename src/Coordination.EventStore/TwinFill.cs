using System.Threading.Channels;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>
/// Folds the log into a twin: one ordered scan, decoded a few pages ahead; pages projected in order; rows of insert-only tables streamed over
/// connections of their own. What is in memory is bounded by the pages ahead, whatever the length of the log.
/// </summary>
internal sealed class TwinFill(NpgsqlDataSource owner, EventReader reader, Twin twin)
{
    private const int PagesAhead = 3;

    private Dictionary<string, BulkCopy>? _bulk;
    private int _take = int.MaxValue;
    private long _position;

    /// <summary>Everything up to here is in the twin.</summary>
    public long Position => Volatile.Read(ref _position);

    public long Events { get; private set; }

    public List<(long Position, Exception Cause)> Poison { get; } = [];

    /// <summary>The first and longest part: tables that are only inserted into have no indexes yet and get them afterwards.</summary>
    public async Task Bulk(long upTo, CancellationToken ct)
    {
        _bulk = new(StringComparer.Ordinal);
        try
        {
            await To(upTo, ct);
            foreach (var copy in _bulk.Values) await copy.Complete();
        }
        finally
        {
            foreach (var copy in _bulk.Values) await copy.DisposeAsync();
            _bulk = null;
        }

        await twin.FinishStreamed(ct);
    }

    /// <summary>Goes on to a position up to which the log is complete.</summary>
    public async Task To(long upTo, CancellationToken ct)
    {
        if (upTo <= Position) return;
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var pages = Channel.CreateBounded<EventPage>(new BoundedChannelOptions(PagesAhead) { SingleReader = true, SingleWriter = true });
        var scanning = Task.Run(() => Scan(pages.Writer, Position, upTo, abort.Token), CancellationToken.None);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(ct)) await Take(page, ct);
            await scanning;
        }
        finally
        {
            await abort.CancelAsync();
            await scanning.ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        _position = upTo;
    }

    private async Task Scan(ChannelWriter<EventPage> pages, long after, long upTo, CancellationToken ct)
    {
        try
        {
            await using var connection = await reader.Open(ct);
            await foreach (var page in reader.Scan(connection, after, upTo, twin.Projection.Bodies, ct)) await pages.WriteAsync(page, ct);
            pages.Complete();
        }
        catch (Exception e)
        {
            pages.TryComplete(e);
            throw;
        }
    }

    private async Task Take(EventPage page, CancellationToken ct)
    {
        var projection = twin.Projection;
        if (page.Unknown.FirstOrDefault(unknown => projection.Wants?.Contains(unknown.Alias) ?? true) is { } stop)
            throw new UnknownEventTypeException(stop.Position, stop.Alias);
        IReadOnlyList<Recorded> wanted = projection.Wants is { } wants ? [.. page.Events.Where(e => wants.Contains(e.Type.Alias))] : page.Events;
        for (var done = 0; done < wanted.Count;)
        {
            var count = Math.Min(_take, wanted.Count - done);
            try
            {
                await Project(count == wanted.Count ? wanted : [.. wanted.Skip(done).Take(count)], ct);
            }
            catch (PoisonException) when (count > 1)
            {
                _take = count / 2;
                continue;
            }
            catch (PoisonException e)
            {
                Poison.Add((wanted[done].Position, e.InnerException!));
            }

            done += count;
            _take = (int)Math.Min(int.MaxValue, _take * 2L);
        }

        Events += page.Count;
        Volatile.Write(ref _position, page.End);
        Telemetry.Folded(ShardName.Of(projection), page.Count);
    }

    private async Task Project(IReadOnlyList<Recorded> page, CancellationToken ct)
    {
        await using var connection = await owner.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var prepare = new NpgsqlCommand("select set_config('search_path', $1, true), set_config('synchronous_commit', 'off', true)", connection))
        {
            prepare.Parameters.Add(new() { Value = PageTransaction.SearchPath(twin.Schema) });
            await prepare.ExecuteNonQueryAsync(ct);
        }

        await using var session = new TwinSession(connection, _bulk is null ? [] : twin.Projection.InsertOnlyTables, Reuse);
        try
        {
            await twin.Projection.Project(page, session, ct);
            await session.Flush(ct);
        }
        catch (Exception e) when (Failure.IsOfTheEvent(e, connection))
        {
            throw new PoisonException(e);
        }

        await transaction.CommitAsync(ct);
        foreach (var (copy, rows) in session.Staged) await Send(copy, rows, ct);
    }

    private CopyRows? Reuse(string copy) => _bulk?.GetValueOrDefault(copy)?.Reuse();

    private async Task Send(string copy, CopyRows rows, CancellationToken ct)
    {
        if (!_bulk!.TryGetValue(copy, out var bulk)) _bulk.Add(copy, bulk = await BulkCopy.Start(owner, twin.Schema, copy, ct));
        await bulk.Add(rows, ct);
    }

    /// <summary>Keeps the rows of insert-only tables until the page is through: a page that fails must leave none.</summary>
    private sealed class TwinSession(NpgsqlConnection connection, IReadOnlyList<string> streamed, Func<string, CopyRows?> reuse)
        : PageSession(connection, rebuilding: true)
    {
        public Dictionary<string, CopyRows> Staged { get; } = new(StringComparer.Ordinal);

        public override ValueTask Insert<TRow>(
            string table, IReadOnlyList<string> columns, IReadOnlyList<TRow> rows, Action<RowWriter, TRow> write, CancellationToken ct)
        {
            if (!streamed.Contains(table, StringComparer.Ordinal)) return base.Insert(table, columns, rows, write, ct);
            var copy = CopySql(table, columns);
            if (!Staged.TryGetValue(copy, out var writer)) Staged.Add(copy, writer = reuse(copy) ?? new CopyRows(columns.Count));
            foreach (var row in rows) writer.Row(row, write);
            return ValueTask.CompletedTask;
        }

        private static string CopySql(string table, IReadOnlyList<string> columns) =>
            $"copy {Twin.Quote(table)} ({string.Join(", ", columns.Select(Twin.Quote))}) from stdin (format binary)";
    }
}
