namespace Coordination.Testing.Faults;

/// <param name="Runs">The statement that this message runs.</param>
/// <param name="Commits">All statements of the transaction, if this message commits it.</param>
internal readonly record struct PgStep(string? Runs, IReadOnlyCollection<string>? Commits);

/// <summary>Follows one client through the protocol, to know what its current transaction has run and which message commits it.</summary>
internal sealed class PgSession
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _statements = new(StringComparer.Ordinal);
    private readonly List<string> _transaction = [];
    private string _bound = "";

    /// <summary>Takes in a client's message and says what it makes the server do.</summary>
    public PgStep Follow(PgFrame frame)
    {
        lock (_lock)
        {
            switch (frame.Type)
            {
                case 'P':
                    var parse = frame.Strings(2);
                    _statements[parse[0]] = parse[1];
                    return default;
                case 'B':
                    _bound = _statements.GetValueOrDefault(frame.Strings(2)[1], "");
                    return default;
                case 'E':
                    return new(_bound, Ran(_bound));
                case 'Q':
                    var sql = frame.Strings(1)[0];
                    return new(sql, Ran(sql) ?? Implicit());
                case 'S':
                    return new(null, Implicit());
                default:
                    return default;
            }
        }
    }

    /// <summary>ReadyForQuery: outside a transaction everything before is settled.</summary>
    public void Ready(char status)
    {
        lock (_lock)
        {
            if (status == 'I') _transaction.Clear();
        }
    }

    private List<string>? Ran(string sql)
    {
        _transaction.Add(sql);
        var text = sql.AsSpan().TrimEnd("; \r\n\t").TrimStart();
        return text.EndsWith("commit", StringComparison.OrdinalIgnoreCase) || text.Equals("end", StringComparison.OrdinalIgnoreCase)
            ? [.. _transaction]
            : null;
    }

    /// <summary>Statements outside BEGIN … COMMIT are committed by the server at Sync.</summary>
    private List<string>? Implicit() =>
        _transaction.Count > 0 && !_transaction.Exists(sql => sql.AsSpan().TrimStart().StartsWith("begin", StringComparison.OrdinalIgnoreCase))
            ? [.. _transaction]
            : null;
}
