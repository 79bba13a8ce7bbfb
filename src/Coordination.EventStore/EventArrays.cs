using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.EventStore;

/// <summary>
/// The events of a batch as parameters, one array per column. The texts that events share go over the wire once: the first array holds them, and the
/// events point at it (1-based, 0 = null).
/// </summary>
internal sealed class EventArrays
{
    private readonly NpgsqlParameter<string[]> _label = Array<string>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<int[]> _part = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<int[]> _number = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<Guid[]> _id = Array<Guid>(NpgsqlDbType.Uuid);
    private readonly NpgsqlParameter<byte[][]> _data = Array<byte[]>(NpgsqlDbType.Jsonb);
    private readonly NpgsqlParameter<byte[]?[]> _headers = Array<byte[]?>(NpgsqlDbType.Jsonb);
    private readonly NpgsqlParameter<DateTime[]> _time = Array<DateTime>(NpgsqlDbType.TimestampTz);
    private readonly NpgsqlParameter<int[]> _type = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<int[]> _dotnetType = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<int[]> _correlation = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<int[]> _causation = Array<int>(NpgsqlDbType.Integer);
    private readonly NpgsqlParameter<int[]> _user = Array<int>(NpgsqlDbType.Integer);

    /// <summary>Labels; then part, number within the part, id, data, headers, time, alias, CLR type, correlation, causation, user.</summary>
    public NpgsqlParameter[] Parameters =>
        [_label, _part, _number, _id, _data, _headers, _time, _type, _dotnetType, _correlation, _causation, _user];

    public void Fill(IReadOnlyList<PendingAppend> requests)
    {
        var count = requests.Sum(request => request.EventCount);
        var (part, number, at, labels) = (new int[count], new int[count], 0, new Dictionary<string, int>(StringComparer.Ordinal));
        var (ids, data, headers, times) = (new Guid[count], new byte[count][], new byte[]?[count], new DateTime[count]);
        var (types, dotnet, correlation, causation, user) = (new int[count], new int[count], new int[count], new int[count], new int[count]);
        foreach (var (events, n) in requests.SelectMany(request => request.Events).Select((events, n) => (events, n)))
        {
            for (var k = 0; k < events.Length; k++, at++)
            {
                var (source, type, body, header) = events[k];
                (part[at], number[at], ids[at], data[at], headers[at]) = (n + 1, k + 1, source.Id, body, header);
                (times[at], types[at], dotnet[at]) = (source.Timestamp.UtcDateTime, Label(labels, type.Alias), Label(labels, type.DotnetName));
                (correlation[at], causation[at]) = (Label(labels, source.CorrelationId), Label(labels, source.CausationId));
                user[at] = Label(labels, source.UserName);
            }
        }

        _label.TypedValue = [.. labels.Keys]; // in order of insertion: nothing was ever removed
        (_part.TypedValue, _number.TypedValue, _id.TypedValue) = (part, number, ids);
        (_data.TypedValue, _headers.TypedValue, _time.TypedValue) = (data, headers, times);
        (_type.TypedValue, _dotnetType.TypedValue, _user.TypedValue) = (types, dotnet, user);
        (_correlation.TypedValue, _causation.TypedValue) = (correlation, causation);
    }

    public static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType element) => new() { NpgsqlDbType = NpgsqlDbType.Array | element };

    private static int Label(Dictionary<string, int> labels, string? text)
    {
        if (text is null) return 0;
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(labels, text, out var known);
        if (!known) place = labels.Count;
        return place;
    }
}
