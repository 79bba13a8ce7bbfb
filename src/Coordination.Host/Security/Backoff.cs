using Coordination.Host.Vault;
using Npgsql;

namespace Coordination.Host.Security;

/// <summary>
/// Makes a name wait after wrong tries, whether or not there is such a name: five are free, then a minute, doubled with each further one up to a
/// quarter of an hour. Counted in the database and by its clock: trying on another Host is trying again.
/// </summary>
/// <param name="kind">What is tried: passwords and codes are counted apart.</param>
internal sealed class Backoff(string kind, NpgsqlDataSource database, IndexKey key)
{
    public const int FreeTries = 5;

    // $1 kind, $2 name. Who has not tried for an hour begins anew.
    private const string Count = """
        insert into coordination.wrong_try as t (kind, name, wrong, until) values ($1, $2, 1, clock_timestamp() + interval '1 minute')
        on conflict (kind, name) do update set
            wrong = case when t.until < clock_timestamp() - interval '1 hour' then 1 else t.wrong + 1 end,
            until = clock_timestamp() + case
                when t.until < clock_timestamp() - interval '1 hour' then interval '1 minute'
                else least(interval '15 minutes', interval '1 minute' * power(2, least(4, greatest(0, t.wrong + 1 - 5)))) end
        """;

    public async Task<bool> MustWait(string name, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select exists (select from coordination.wrong_try where kind = $1 and name = $2 and wrong >= $3 and until > clock_timestamp())");
        AddName(command, name);
        command.Parameters.AddWithValue(FreeTries);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public async Task CountWrong(string name, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Count);
        AddName(command, name);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task Clear(string name, CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from coordination.wrong_try where kind = $1 and name = $2");
        AddName(command, name);
        await command.ExecuteNonQueryAsync(ct);
    }

    // Keyed: what people type in place of a name may be a password.
    private void AddName(NpgsqlCommand command, string name)
    {
        command.Parameters.AddWithValue(kind);
        command.Parameters.AddWithValue(Convert.ToHexStringLower(key.Blind("try", name)));
    }
}
