using System.Text.Json.Serialization;
using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.EventStore;
using Coordination.Host.Access;
using Coordination.Projections;
using Npgsql;

namespace Coordination.Host.Vault;

/// <summary>A free text around a person that is no event of that person's: it may speak of it all the same.</summary>
/// <param name="Id">Key of the text: what is chosen, and destroyed.</param>
/// <param name="Event">Where it stands.</param>
/// <param name="Kind">Alias of the event type, such as <c>case_indicators_assessed</c>.</param>
/// <param name="Text">As it is read by who may read the event.</param>
/// <param name="Chosen">It goes with the person, as it stands now.</param>
public sealed record NearbyText(
    Guid Id, Guid Event, long Position, string Kind, Wording Gloss, string Agency, string Unit, DateTimeOffset RecordedAt, string Text, bool Chosen)
{
    /// <summary>The thing that the event is of, for the access log.</summary>
    [JsonIgnore]
    public string Target { get; init; } = "";

    /// <summary>Persons whom the event names, for the access log.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonRef> PersonRefs { get; init; } = [];
}

/// <summary>
/// Free texts of the cases and alerts that a person stands on, in events that do not name it: notes of a case, why an alert was resolved, why a thing was
/// shared, why the glass was broken. Which of them speak of the person no machine can say, so an officer is offered those that it may read.
/// </summary>
internal sealed class NearbyTexts(NpgsqlDataSource daemon, EventQueries events, EventLog log)
{
    // What the person stands on, and all that stands there too; an erasure is no text about anybody else.
    private const string StreamsText = """
        with own as (select stream_id from readmodel.timeline_person where person = $1)
        select stream_id from own
        union
        select beside.node from own
        join readmodel.timeline_link held on held.node = own.stream_id
        join readmodel.timeline_link beside on beside.case_id = held.case_id
        """;

    /// <param name="gone">Keys of the texts that go with the person anyway.</param>
    public async Task<IReadOnlyList<NearbyText>> All(PersonRef person, IReadOnlyCollection<Guid> gone, IReadOnlyCollection<Guid> chosen, CancellationToken ct)
    {
        var (found, seen) = (new List<NearbyText>(), gone.ToHashSet());
        foreach (var stream in await Streams(person, ct))
            foreach (var recorded in await log.FetchStream(stream, ct))
                Add(recorded, person, seen, chosen, found);
        return [.. found.OrderBy(text => text.Position)];
    }

    /// <summary>Of these, the ones that this officer may read.</summary>
    public async Task<IReadOnlyList<NearbyText>> ReadableBy(Viewer viewer, IReadOnlyList<NearbyText> texts, CancellationToken ct)
    {
        var readable = await events.Readable(viewer, texts.Select(text => text.Event), ct);
        return [.. texts.Where(text => readable.Contains(text.Event))];
    }

    private static void Add(Recorded recorded, PersonRef person, HashSet<Guid> seen, IReadOnlyCollection<Guid> chosen, List<NearbyText> found)
    {
        var stored = EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp);
        if (stored.Persons.Contains(person))
            return;
        _ = NarrativeFields.Replace(recorded.Body, (_, text) =>
        {
            // The same words in the same field of a stream have one key: they are one text.
            if (NarrativeToken.In(text).FirstOrDefault() is { Token: { } token } && seen.Add(token.Subject))
                found.Add(new(
                    token.Subject, recorded.Id, recorded.Position, recorded.Type.Alias, EventSentences.GlossOf(recorded.Type.Alias), stored.Envelope.By.Agency,
                    stored.Envelope.By.Unit, recorded.Timestamp, text, chosen.Contains(token.Subject))
                {
                    Target = Look.TargetOf(Catalogue.Find(recorded.Type.Alias)?.Stream.Type ?? "event", recorded.Stream), PersonRefs = stored.Persons,
                });
            return text;
        });
    }

    private async Task<IReadOnlyList<Guid>> Streams(PersonRef person, CancellationToken ct)
    {
        await using var command = daemon.CreateCommand(StreamsText);
        command.Parameters.AddWithValue(person.Value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var streams = new List<Guid>();
        while (await reader.ReadAsync(ct))
            streams.Add(reader.GetGuid(0));
        // What was said about the readers of a thing stands beside it.
        return [.. streams.Concat(streams.Select(SharingDecider.StreamOf)).Distinct()];
    }
}
