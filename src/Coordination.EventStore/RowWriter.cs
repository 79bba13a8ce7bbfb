namespace Coordination.EventStore;

/// <summary>
/// Takes the values of a row, one per column and in their order. Each value must be of the column's own type (<c>int</c> for integer,
/// <c>long</c> for bigint …); PostgreSQL refuses another.
/// </summary>
public abstract class RowWriter
{
    private protected RowWriter()
    {
    }

    public abstract RowWriter Add(Guid? value);

    public abstract RowWriter Add(long? value);

    public abstract RowWriter Add(int? value);

    /// <summary>A <c>double precision</c> column.</summary>
    public abstract RowWriter Add(double? value);

    public abstract RowWriter Add(bool? value);

    /// <summary>A <c>text</c> or <c>varchar</c> column.</summary>
    public abstract RowWriter Add(string? value);

    /// <summary>A <c>timestamptz</c> column; finer than a microsecond is cut off.</summary>
    public abstract RowWriter Add(DateTimeOffset? value);

    public abstract RowWriter Add(DateOnly? value);

    /// <summary>A <c>text[]</c> column.</summary>
    public abstract RowWriter Add(IReadOnlyCollection<string>? value);

    /// <summary>A <c>uuid[]</c> column.</summary>
    public abstract RowWriter Add(IReadOnlyCollection<Guid>? value);

    /// <summary>A <c>jsonb</c> column, from UTF-8 JSON.</summary>
    public abstract RowWriter AddJson(ReadOnlySpan<byte> utf8);

    /// <summary>A <c>text</c> column, from UTF-8.</summary>
    public abstract RowWriter AddText(ReadOnlySpan<byte> utf8);

    public abstract RowWriter Null();
}
