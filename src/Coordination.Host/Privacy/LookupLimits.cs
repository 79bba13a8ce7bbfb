using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Host.Http;
using Npgsql;

namespace Coordination.Host.Privacy;

/// <summary>
/// How often an officer and an agency may ask about persons. Counted in the database, so that more Hosts give no more questions; every try counts,
/// also the refused (OWASP ASVS 5.0 2.4.1).
/// </summary>
internal sealed class LookupLimits(NpgsqlDataSource database, AnomalyAlarm alarm)
{
    public const int OfficerPerMinute = 10;
    public const int AgencyPerMinute = 120;

    /// <summary>Different values: who works on a case asks for a handful; who goes through a list asks for all of it.</summary>
    public const int OfficerValues = 20;

    public const int AgencyValues = 200;

    /// <summary>Time within which values count as one pattern.</summary>
    public const int Minutes = 10;

    public static readonly HttpRefusal TooFast = new(
        new Refusal("lookup.too_fast", "You ask faster than a person works; wait a minute."), StatusCodes.Status429TooManyRequests, 60);

    public static readonly HttpRefusal FanOut = new(
        new Refusal("lookup.fan_out", "Too many different persons in a short time; your supervisor was told."), StatusCodes.Status429TooManyRequests, 600);

    // The count need not survive a crash of the server: it costs no wait for the disk.
    private const string Unhurried = "select set_config('synchronous_commit', 'off', true)";

    // One after the other within an agency: counts that do not see each other would let a burst through.
    private const string TakeTurn = "select pg_advisory_xact_lock($1, hashtext($2))";

    private const int LockClass = 0x4C4F4F4B;

    private const string Count =
        """
        with mine as (insert into coordination.lookup_use (officer, agency, value) values ($1, $2, $3))
        select count(*) filter (where u.officer = $1 and u.at > clock_timestamp() - interval '1 minute'),
               count(*) filter (where u.at > clock_timestamp() - interval '1 minute'),
               count(distinct u.value) filter (where u.officer = $1 and u.value <> $3),
               count(distinct u.value) filter (where u.value <> $3)
        from coordination.lookup_use u where u.agency = $2 and u.at > clock_timestamp() - interval '10 minutes'
        """;

    /// <summary>Null when the officer may ask for this value now.</summary>
    public async Task<HttpRefusal?> Take(Officer by, byte[] value, CancellationToken ct)
    {
        var (officerRate, agencyRate, officerValues, agencyValues) = await Use(by, value, ct);
        if (officerValues >= OfficerValues)
        {
            await alarm.Raise(by, AnomalyKind.FanOutOfOfficer, (int)officerValues + 1, Minutes, ct);
            return FanOut;
        }
        if (agencyValues >= AgencyValues)
        {
            await alarm.Raise(by, AnomalyKind.FanOutOfAgency, (int)agencyValues + 1, Minutes, ct);
            return FanOut;
        }
        return officerRate >= OfficerPerMinute || agencyRate >= AgencyPerMinute ? TooFast : null;
    }

    /// <summary>Forgets what no limit looks at any more.</summary>
    public async Task Forget(CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from coordination.lookup_use where at < clock_timestamp() - interval '1 day'");
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<(long OfficerRate, long AgencyRate, long OfficerValues, long AgencyValues)> Use(Officer by, byte[] value, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Unhurried));
        var turn = new NpgsqlBatchCommand(TakeTurn);
        turn.Parameters.AddWithValue(LockClass);
        turn.Parameters.AddWithValue(by.Agency);
        batch.BatchCommands.Add(turn);
        var count = new NpgsqlBatchCommand(Count);
        count.Parameters.AddWithValue(by.Id);
        count.Parameters.AddWithValue(by.Agency);
        count.Parameters.AddWithValue(value);
        batch.BatchCommands.Add(count);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }
}
