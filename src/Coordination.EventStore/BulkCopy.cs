using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;

namespace Coordination.EventStore;

/// <summary>One COPY into one table over the whole of a rebuild, on a connection of its own, so that PostgreSQL writes while the next page is projected.</summary>
internal sealed class BulkCopy : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlRawCopyStream _stream;
    private readonly Channel<CopyRows> _pages = Channel.CreateBounded<CopyRows>(2);
    private readonly ConcurrentBag<CopyRows> _free = [];
    private readonly Task _writing;
    private bool _completed;

    private BulkCopy(NpgsqlConnection connection, NpgsqlRawCopyStream stream)
    {
        (_connection, _stream) = (connection, stream);
        _writing = Task.Run(Write);
    }

    public static async Task<BulkCopy> Start(NpgsqlDataSource owner, string schema, string copy, CancellationToken ct)
    {
        var connection = await owner.OpenConnectionAsync(ct);
        try
        {
            await using (var path = new NpgsqlCommand("select set_config('search_path', $1, false), set_config('synchronous_commit', 'off', false)", connection))
            {
                path.Parameters.Add(new() { Value = Twin.Quote(schema) });
                await path.ExecuteNonQueryAsync(ct);
            }

            var stream = await connection.BeginRawBinaryCopyAsync(copy, ct);
            return new(connection, stream);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A writer whose rows were sent, with its buffer.</summary>
    public CopyRows? Reuse() => _free.TryTake(out var writer) ? writer : null;

    /// <summary>The rows now belong to this copy.</summary>
    public async ValueTask Add(CopyRows rows, CancellationToken ct)
    {
        if (_writing.IsFaulted) await _writing;
        await _pages.Writer.WriteAsync(rows, ct);
    }

    public async Task Complete()
    {
        _pages.Writer.TryComplete();
        await _writing;
        var end = new CopyRows(1);
        end.End();
        await _stream.WriteAsync(end.Written);
        await _stream.DisposeAsync();
        _completed = true;
    }

    public async ValueTask DisposeAsync()
    {
        _pages.Writer.TryComplete();
        await _writing.ContinueWith(static _ => { }, TaskScheduler.Default);
        if (!_completed) await Abort();
        await _connection.DisposeAsync();
    }

    private async Task Abort()
    {
        try
        {
            await _stream.CancelAsync();
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or ObjectDisposedException)
        {
            // Nothing of it is kept either way.
        }
    }

    private async Task Write()
    {
        try
        {
            var begin = new CopyRows(1);
            begin.Begin();
            await _stream.WriteAsync(begin.Written);
            await foreach (var rows in _pages.Reader.ReadAllAsync())
            {
                await _stream.WriteAsync(rows.Written);
                rows.Clear();
                _free.Add(rows);
            }
        }
        catch (Exception e)
        {
            _pages.Writer.TryComplete(e);
            throw;
        }
    }
}
