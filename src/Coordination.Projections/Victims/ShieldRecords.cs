using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Victims;

/// <summary>An act that stands against a person whom the shield covers.</summary>
/// <param name="Version">Of its stream, as far as the view has read it.</param>
public sealed record ForbiddenAct(Guid Stream, string Kind, PersonRef Person, long Version);

/// <summary>The shield, for the product itself. It has no viewer: the answers leave only as a refusal or a suspension.</summary>
public sealed class ShieldRecords(NpgsqlDataSource database)
{
    // A determination is an agency's whole word: what it had said before, in whatever stream, no longer counts. Among agencies the strongest holds.
    private const string Holds = """
        select max(word.status) from victim_word word
        where word.person = {0} and word.position >= coalesce(
            (select max(own.position) from victim_word own where own.person = word.person and own.agency = word.agency and own.determined), 0)
        """;

    private static readonly string StatusText = Holds.Replace("{0}", "$1", StringComparison.Ordinal);

    private static readonly string ForbiddenText = $"""
        select act.stream_id, act.kind, act.person, act.version from punitive_act act
        where ({Holds.Replace("{0}", "act.person", StringComparison.Ordinal)}) >= $1
        order by act.stream_id limit $2
        """;

    /// <summary>What holds for the person, as far as the view has read the log.</summary>
    public async Task<VictimStatus> StatusOf(PersonRef person, CancellationToken ct)
    {
        await using var command = database.CreateCommand(StatusText);
        command.Parameters.With(Parameters.Uuid(person.Value));
        return await command.ExecuteScalarAsync(ct) is int status ? (VictimStatus)status : VictimStatus.NotAssessed;
    }

    /// <summary>Acts that must not stand.</summary>
    public async Task<IReadOnlyList<ForbiddenAct>> Forbidden(int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ForbiddenText);
        command.Parameters.With(Parameters.Number((int)VictimStatus.Suspected), Parameters.Number(limit));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var acts = new List<ForbiddenAct>();
        while (await reader.ReadAsync(ct))
            acts.Add(new(reader.GetGuid(0), reader.GetString(1), new(reader.GetGuid(2)), reader.GetInt64(3)));
        return acts;
    }
}
