using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.Host.Access;

/// <summary>
/// The access log of this node. One writer takes all looks that wait and commits them together, so that a read pays at most for the commit before it
/// and its own, however many read at once.
/// </summary>
internal sealed class AccessLog : IAccessLog, IAsyncDisposable
{
    private const int LargestBatch = 500;

    private const string Insert =
        """
        insert into coordination.access_entry (officer, agency, unit, action, purpose, target, persons, up_to, case_id, fields)
        select l.officer, l.agency, l.unit, l.action, l.purpose, l.target, string_to_array(l.persons, ',')::uuid[],
               coalesce(l.up_to, (select last_value from public.mt_events_sequence)), l.case_id, string_to_array(l.fields, ',')
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) with ordinality
            as l (officer, agency, unit, action, purpose, target, persons, up_to, case_id, fields, ordinal)
        order by l.ordinal
        """;

    private readonly NpgsqlDataSource _database;
    private readonly CoverCache _covers;
    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly Task _writing;

    public AccessLog(NpgsqlDataSource database, TimeProvider clock)
    {
        _database = database;
        _covers = new CoverCache(clock);
        _writing = Task.Run(WriteAll);
    }

    public async Task Record(Look look, CancellationToken ct)
    {
        if (_covers.Covers(look))
            return;
        var waiting = new Waiting(look);
        try
        {
            await _queue.Writer.WriteAsync(waiting, ct);
        }
        catch (ChannelClosedException e)
        {
            throw new AccessLogUnavailableException(e);
        }
        await waiting.Done.Task.WaitAsync(ct);
        _covers.Remember(look);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAll()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var one))
                batch.Add(one);
            await Write(batch);
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "Every error becomes the answer of those who wait.")]
    private async Task Write(List<Waiting> batch)
    {
        try
        {
            await using var command = _database.CreateCommand(Insert);
            AddLooks(command.Parameters, [.. batch.Select(waiting => waiting.Look)]);
            await command.ExecuteNonQueryAsync();
            foreach (var waiting in batch)
                waiting.Done.SetResult();
        }
        catch (Exception e)
        {
            // A commit whose answer was lost may have left entries of looks that then showed nothing: too much is safe, too little is not.
            foreach (var waiting in batch)
                waiting.Done.SetException(new AccessLogUnavailableException(e));
        }
    }

    private static void AddLooks(NpgsqlParameterCollection parameters, IReadOnlyList<Look> looks)
    {
        void Texts(Func<Look, string> of) => parameters.AddWithValue(looks.Select(of).ToArray());
        Texts(look => look.By.Id);
        Texts(look => look.By.Agency);
        Texts(look => look.By.Unit);
        Texts(look => look.Action);
        Texts(look => look.Purpose);
        Texts(look => look.Target);
        Texts(look => string.Join(',', look.Persons.Distinct()));
        parameters.Add(new NpgsqlParameter { Value = looks.Select(look => look.ReadAt).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        parameters.Add(new NpgsqlParameter { Value = looks.Select(look => look.Case).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        Texts(look => string.Join(',', look.Fields));
    }

    private sealed record Waiting(Look Look)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
