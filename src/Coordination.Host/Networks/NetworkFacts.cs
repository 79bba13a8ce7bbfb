using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Host.Commands;
using Coordination.Host.Vault;
using Npgsql;

namespace Coordination.Host.Networks;

/// <summary>Tells decisions about networks what stands outside their stream.</summary>
internal sealed class NetworkFacts([FromKeyedServices(VaultModule.Keys)] NpgsqlDataSource vault, Tellers tellers) : IInformant
{
    /// <summary>The command with those facts in it; other commands as they are.</summary>
    public async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct) => command switch
    {
        RequestUrgentExitBan request => request with { Known = await KnownOf(request.Fact.Person, by, ct) },
        MergeBrokerProfiles merge => merge with { Self = stream },
        _ => command,
    };

    // Which fields there are that the asker may open, never what stands in them.
    private async Task<IReadOnlyList<string>> KnownOf(PersonRef person, Officer by, CancellationToken ct)
    {
        var open = await tellers.Of(Viewer.Of(by), person, ct);
        await using var command = vault.CreateCommand("select distinct field from vault.field where subject = $1 and told_by = any($2) order by field");
        command.Parameters.Add(new() { Value = person.Value });
        command.Parameters.Add(new() { Value = open.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new List<string>();
        while (await reader.ReadAsync(ct))
            known.Add(reader.GetString(0));
        return known;
    }
}
