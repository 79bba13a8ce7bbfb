using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections;

/// <summary>How a list is ordered, written so that an index is walked from the keyset on: with row security only comparisons that cannot leak
/// a value through an error are taken to an index, and an expression such as <c>-position</c> is none.</summary>
/// <param name="Key">Sort key of the keyset: a bigint expression.</param>
/// <param name="After">Condition for what follows the keyset $4, $5.</param>
/// <param name="Until">Condition for what does not lie behind the page, whose end it left in the transaction unless nothing lies behind it.</param>
/// <param name="Start">The keyset before the first item.</param>
internal sealed record ListOrder(string Key, string Position, string After, string Until, string By, Keyset Start)
{
    // Bare comparisons, so that what is walked ends where the page ends. Without an end, nothing lies behind the greatest key, or before place 0.
    private const string LastKey = "(select coalesce(nullif(current_setting('coord.until_key', true), '')::bigint, 9223372036854775807))";
    private const string LastPosition = "(select coalesce(nullif(current_setting('coord.until_position', true), '')::bigint, 9223372036854775807))";
    private const string FirstPosition = "(select coalesce(nullif(current_setting('coord.until_position', true), '')::bigint, 0))";

    /// <summary>Alias of the rows.</summary>
    public string Row => Position[..Position.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>By a key, ascending; the position makes the order total.</summary>
    public static ListOrder Ascending(string key, string position) => new(
        key, position, $"({key}, {position}) > ($4, $5)", $"({key}, {position}) <= ({LastKey}, {LastPosition})", $"{key}, {position}",
        new(long.MinValue, long.MinValue));

    /// <summary>By position, the last recorded first.</summary>
    public static ListOrder Newest(string position) => new(
        $"-{position}", position, $"{position} < $5 and $4::bigint is not null", $"{position} >= {FirstPosition}", $"{position} desc",
        new(long.MinValue, long.MaxValue));
}

/// <summary>
/// Lists by keyset: a page of what the viewer may read, and how many items within its range the viewer may know to exist and no more.
/// $1 to $3 are the viewer, $4 and $5 the keyset to begin after, $6 the number of items; filters begin at $7.
/// </summary>
internal sealed class ListSql
{
    public const int MaxLimit = 200;

    /// <summary>Number of an item's first column in the result.</summary>
    public const int FirstColumn = 2;

    private readonly string _page;
    private readonly string _counted;
    private readonly string _withheld;
    private readonly string? _inHand;
    private readonly Keyset _start;

    /// <param name="columns">Columns of an item; the first in the result is <see cref="FirstColumn"/>.</param>
    /// <param name="from">Table or join.</param>
    /// <param name="where">Filter.</param>
    /// <param name="sight">Value of <c>coordination.sight_of</c> for the item.</param>
    /// <param name="inHand">The doors of the cases listed, where columns are taken from the parts of those cases.</param>
    public ListSql(string columns, string from, ListOrder order, string where, string sight, string? inHand = null)
    {
        _start = order.Start;
        var unordered = $"from {from} where {where} and {order.After} and {sight} >= {VisibilitySql.Full}";
        var limited = $"order by {order.By} limit $6 + 1";
        _page = $"select {order.Key} as sort_key, {order.Position} as sort_position, {columns} {unordered} {limited}";
        // The row behind the last of the page tells the count of what is withheld where the page ends.
        _counted = $"""
            select {order.Key} as sort_key, {order.Position} as sort_position, {columns},
                case when row_number() over ends > $6 then set_config('coord.until_key', (lag({order.Key}) over ends)::text, true)
                    || set_config('coord.until_position', (lag({order.Position}) over ends)::text, true) end
            {unordered}
            window ends as (order by {order.By})
            {limited}
            """;
        _inHand = inHand;
        // Between what the viewer reads and what nobody is told of lie few rows: seen by their level, before anything is asked of them.
        _withheld = $"""
            select count(*)::int from {from}
            where {order.Row}.level > $3 and {order.Row}.level < {(int)Level.SR}
                and {where} and {order.After} and {order.Until} and {sight} = {(int)Sight.Existence}
            """;
    }

    public async Task<Page<T>> Read<T>(
        NpgsqlDataSource database, Viewer viewer, Keyset? after, int limit, Func<NpgsqlDataReader, T> read, CancellationToken ct,
        params NpgsqlParameter[] filters)
    {
        limit = Math.Clamp(limit, 1, MaxLimit);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer);
        if (_inHand is not null)
            batch.TakeInHand(_inHand, Arguments(after ?? _start, limit, filters));
        // Existence is only ever told below Sangat Rahasia: whoever is cleared for Rahasia reads all that it may know of.
        var counts = viewer.Clearance < Level.R;
        batch.Add(counts ? _counted : _page, Arguments(after ?? _start, limit, filters));
        if (counts)
            batch.AddExistence(_withheld, Arguments(after ?? _start, limit, filters));
        await using var reader = await batch.Execute(ct);
        var items = new List<T>();
        var (last, more) = (default(Keyset), false);
        while (!more && await reader.ReadAsync(ct))
        {
            if (more = items.Count == limit)
                break;
            last = new(reader.GetInt64(0), reader.GetInt64(1));
            items.Add(read(reader));
        }

        return new(items, more ? last : null, counts ? await Withheld(reader, ct) : 0);
    }

    private static async Task<int> Withheld(NpgsqlDataReader reader, CancellationToken ct)
    {
        await ViewerBatch.ToExistence(reader, ct);
        await reader.ReadAsync(ct);
        return reader.GetInt32(0);
    }

    // Parameters belong to one command each.
    private static NpgsqlParameter[] Arguments(Keyset after, int limit, NpgsqlParameter[] filters) =>
    [
        Parameters.Bigint(after.Key), Parameters.Bigint(after.Position), Parameters.Number(limit),
        .. filters.Select(filter => filter.Clone()),
    ];
}
