using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Projections;
using Npgsql;

namespace Coordination.Host.JointOperations;

/// <summary>Operations that a reader may see, the last proposed first. There are a few at a time and each is the fold of a short stream, so none is kept as a row.</summary>
public sealed class OperationList
{
    private const string Text = """
        select id, created from public.mt_streams
        where type = 'joint_operation' and created < $1 order by created desc, id limit $2
        """;

    private readonly NpgsqlDataSource _daemon;
    private readonly OperationReader _operations;
    private readonly IAccessLog _access;

    internal OperationList(NpgsqlDataSource daemon, OperationReader operations, IAccessLog access)
    {
        _daemon = daemon;
        _operations = operations;
        _access = access;
    }

    /// <summary>A page, recorded as looked at.</summary>
    public async Task<Page<OperationView>> Find(Viewer viewer, Keyset? after, int limit, CancellationToken ct)
    {
        var (found, before) = (new List<OperationView>(), after is { } from ? DateTimeOffset.UnixEpoch.AddMicroseconds(from.Key) : DateTimeOffset.MaxValue);
        while (found.Count < limit)
        {
            var streams = await Streams(before, limit, ct);
            foreach (var (id, created) in streams)
            {
                before = created;
                if (await _operations.Find(viewer, id, ct) is not { } view)
                    continue;
                found.Add(view);
                if (found.Count == limit)
                    break;
            }
            if (streams.Count < limit)
                break;
        }
        await Task.WhenAll(found.Select(view => _access.Record(Looked(viewer, view, "operation_listed"), ct)));
        return new(found, found.Count == limit ? new(Microseconds(before), 0) : null, 0);
    }

    /// <summary>What is shown of one operation.</summary>
    internal static Look Looked(Viewer viewer, OperationView view, string action) => new(viewer.Officer, action, Look.Casework, $"operation:{view.Id}", view.Persons)
    {
        Seen = $"{view.Lines.Count}",
    };

    private async Task<List<(Guid Id, DateTimeOffset Created)>> Streams(DateTimeOffset before, int limit, CancellationToken ct)
    {
        await using var command = _daemon.CreateCommand(Text);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before == DateTimeOffset.MaxValue ? DateTime.MaxValue : before.UtcDateTime });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var streams = new List<(Guid, DateTimeOffset)>();
        while (await reader.ReadAsync(ct))
            streams.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return streams;
    }

    private static long Microseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
