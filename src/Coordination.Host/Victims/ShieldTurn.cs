using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Host.Victims;

/// <summary>The time between what was said of a person and the append that rests on it.</summary>
/// <param name="Command">The command, told what it needs to know.</param>
/// <param name="Against">Whom it acts against; null for nobody.</param>
public sealed record ShieldTurn(object Command, PersonRef? Against = null) : IAsyncDisposable
{
    private readonly ShieldGate? _gate;
    private readonly NpgsqlConnection? _connection;
    private readonly NpgsqlTransaction? _transaction;

    internal ShieldTurn(ShieldGate gate, NpgsqlConnection connection, NpgsqlTransaction transaction)
        : this(new object()) => (_gate, _connection, _transaction) = (gate, connection, transaction);

    public ValueTask DisposeAsync() => _gate is null ? default : _gate.Leave(_connection!, _transaction!);
}
