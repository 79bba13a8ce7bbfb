using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Npgsql;

namespace Coordination.Host.Vault;

/// <param name="Holds">What needs the identity now: <c>open_case</c>, <c>court</c>.</param>
/// <param name="Narratives">Keys of the free texts that concern the person.</param>
internal sealed record Trail(IReadOnlyList<string> Holds, IReadOnlyList<Guid> Narratives);

/// <summary>Where a person stands in the log, whoever wrote it: sees all agencies' events on purpose, and tells none of them.</summary>
internal sealed class PersonTrail(NpgsqlDataSource database, EventLog log, ProjectionDaemon views)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="StoreUnavailableException">What was written before this moment cannot be known yet: rather no erasure than half of one.</exception>
    public async Task<Trail> Of(PersonRef person, CancellationToken ct)
    {
        if (await views.WaitFor(await LastPosition(ct), Patience, ct, "CaseTimeline") is { Reached: false })
            throw new StoreUnavailableException("Where the person stands cannot be known yet; nothing was written.");
        var (holds, narratives) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<Guid>());
        foreach (var stream in await Streams(person, ct))
        {
            var events = await log.FetchStream(stream, ct);
            if (events is [{ Body: CaseOpened }, ..] && IsOnOpenCase(events, person))
                holds.Add("open_case");
            foreach (var recorded in events)
                if (EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp).Persons.Contains(person))
                    Read(recorded.Body, holds, narratives);
        }

        return new Trail([.. holds], [.. narratives]);
    }

    private static bool IsOnOpenCase(IReadOnlyList<Recorded> events, PersonRef person)
    {
        var file = events.Aggregate(CaseFile.None, (state, recorded) => (CaseFile)Kinds.Evolve(CaseDecider.Kind, state, recorded));
        return file.IsOpen && file.Subjects.ContainsKey(person);
    }

    private static void Read(object body, SortedSet<string> holds, HashSet<Guid> narratives)
    {
        if (body is ProsecutionEvent)
            holds.Add("court");
        _ = NarrativeFields.Replace(body, (_, text) =>
        {
            narratives.UnionWith(NarrativeToken.In(text).Select(found => found.Token.Subject));
            return text;
        });
    }

    private async Task<long> LastPosition(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq_id), 0) from public.mt_events");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<IReadOnlyList<Guid>> Streams(PersonRef person, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select stream_id from readmodel.timeline_person where person = $1 order by stream_id");
        command.Parameters.AddWithValue(person.Value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var streams = new List<Guid>();
        while (await reader.ReadAsync(ct))
            streams.Add(reader.GetGuid(0));
        return streams;
    }
}
