using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Coordination.EventStore;

/// <summary>
/// Collects rows column by column for one INSERT from arrays. COPY would be quicker, and PostgreSQL refuses it on a table with row security:
/// this is for the pages of a running projection, <see cref="CopyRows"/> for the millions of a rebuild.
/// </summary>
internal sealed class ColumnRows(IReadOnlyList<string> names) : RowWriter
{
    private readonly Column?[] _columns = new Column?[names.Count];
    private int _rows;
    private int _added;

    public void Row<TRow>(TRow row, Action<RowWriter, TRow> write)
    {
        _added = 0;
        write(this, row);
        if (_added != _columns.Length) throw new InvalidOperationException($"A row needs {_columns.Length} values, {_added} were added.");
        _rows++;
    }

    /// <summary>The statement and its parameters. A column without a single value is left to its default.</summary>
    public (string Sql, NpgsqlParameter[] Parameters) Insert(string table)
    {
        var filled = Enumerable.Range(0, _columns.Length).Where(i => _columns[i] is not null).ToList();
        var into = string.Join(", ", filled.Select(i => Twin.Quote(names[i])));
        var select = string.Join(", ", filled.Select((i, n) => $"c{n}{_columns[i]!.Cast}"));
        var arrays = string.Join(", ", filled.Select((_, n) => $"${n + 1}"));
        var aliases = string.Join(", ", filled.Select((_, n) => $"c{n}"));
        return (
            $"insert into {Twin.Quote(table)} ({into}) select {select} from unnest({arrays}) as rows ({aliases})",
            [.. filled.Select(i => _columns[i]!.ToParameter(_rows))]);
    }

    public override RowWriter Add(Guid? value) => Put(value, NpgsqlDbType.Uuid);

    public override RowWriter Add(long? value) => Put(value, NpgsqlDbType.Bigint);

    public override RowWriter Add(int? value) => Put(value, NpgsqlDbType.Integer);

    public override RowWriter Add(double? value) => Put(value, NpgsqlDbType.Double);

    public override RowWriter Add(bool? value) => Put(value, NpgsqlDbType.Boolean);

    public override RowWriter Add(string? value) => Put(value, NpgsqlDbType.Text);

    public override RowWriter Add(DateTimeOffset? value) => Put(value?.UtcDateTime, NpgsqlDbType.TimestampTz);

    public override RowWriter Add(DateOnly? value) => Put(value, NpgsqlDbType.Date);

    // Arrays of arrays are one rectangle to PostgreSQL: an array travels as its text.
    public override RowWriter Add(IReadOnlyCollection<string>? value) => Put(value is null ? null : Literal(value), NpgsqlDbType.Text, "::text[]");

    public override RowWriter Add(IReadOnlyCollection<Guid>? value) =>
        Put(value is null ? null : Literal(value.Select(id => id.ToString())), NpgsqlDbType.Text, "::uuid[]");

    public override RowWriter AddJson(ReadOnlySpan<byte> utf8) => Put(Encoding.UTF8.GetString(utf8), NpgsqlDbType.Jsonb);

    public override RowWriter AddText(ReadOnlySpan<byte> utf8) => Put(Encoding.UTF8.GetString(utf8), NpgsqlDbType.Text);

    public override RowWriter Null()
    {
        _added++;
        return this;
    }

    internal static string Literal(IEnumerable<string> values) =>
        $"{{{string.Join(',', values.Select(value => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}}";

    private ColumnRows Put<T>(T value, NpgsqlDbType type, string cast = "")
    {
        if (_added >= _columns.Length) throw new InvalidOperationException($"A row needs {_columns.Length} values, more were added.");
        ((Column<T>)(_columns[_added++] ??= new Column<T>(type, cast))).Put(value, _rows);
        return this;
    }

    private abstract class Column(string cast)
    {
        public string Cast => cast;

        public abstract NpgsqlParameter ToParameter(int rows);
    }

    private sealed class Column<T>(NpgsqlDbType type, string cast) : Column(cast)
    {
        private readonly List<T?> _values = [];

        public void Put(T value, int row)
        {
            Fill(row);
            _values.Add(value);
        }

        public override NpgsqlParameter ToParameter(int rows)
        {
            Fill(rows);
            return new() { Value = _values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
        }

        // Rows that had Null() here, whatever the type.
        private void Fill(int rows)
        {
            while (_values.Count < rows) _values.Add(default);
        }
    }
}
