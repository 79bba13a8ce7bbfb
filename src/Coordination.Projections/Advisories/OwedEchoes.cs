using Npgsql;

namespace Coordination.Projections.Advisories;

/// <param name="Id">Of the event that is to say it.</param>
public sealed record OwedEcho(Guid Id, Guid Advisory, Guid Warning);

/// <summary>What warnings have not been told yet, for the worker that says it. It has no viewer: nobody reads this but the product itself.</summary>
public sealed class OwedEchoes(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<OwedEcho>> Now(int limit, CancellationToken ct)
    {
        // An advisory may name a warning that there is not, or not yet.
        await using var command = database.CreateCommand(
            """
            select e.echo_id, e.advisory, e.warning from warning_echo e
            join public.mt_streams s on s.id = e.warning and s.type = 'network_warning'
            where not e.told order by e.warning, e.echo_id limit $1
            """);
        command.Parameters.With(Parameters.Number(limit));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var owed = new List<OwedEcho>();
        while (await reader.ReadAsync(ct))
            owed.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2)));
        return owed;
    }
}
