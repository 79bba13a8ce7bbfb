using System.Text.Json.Serialization;
using Coordination.Domain;
using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections;

/// <summary>Who wrote an event, with the rights of that moment.</summary>
public sealed record EventAuthor(string Officer, string Agency, string Unit, string Role);

/// <summary>One event as it stands in the log.</summary>
/// <param name="Kind">Alias of its type, such as <c>departure_deferred</c>.</param>
/// <param name="Stream">Stream that it belongs to.</param>
/// <param name="Persons">Codes of the persons that it concerns.</param>
/// <param name="Data">Its body, without the names of an audience that are not for this reader.</param>
public sealed record EventDetail(
    Guid Id, string Kind, Wording Gloss, Wording Sentence, Guid Stream, string? StreamType, long Version, long Position, DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt, EventAuthor By, string? Place, IReadOnlyList<string> LegalBasis, Marking Marking, string? SourceRef,
    IReadOnlyList<string> Persons, RawJson Data)
{
    /// <summary>For the access log; readers get codes.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonRef> PersonRefs { get; init; } = [];
}

/// <summary>Opens single events, such as those that an alert names.</summary>
public sealed class EventQueries(NpgsqlDataSource database, EventSentences sentences)
{
    private static readonly string FindText = $"""
        select e.id, e.type, e.stream_id, e.version, e.seq_id, e.timestamp, e.headers, coalesce(e.user_name, ''), e.data
        from {EventSight.From} where {EventSight.Sight} >= {VisibilitySql.Full}
        """;

    public static IReadOnlyList<string> Reads { get; } = ["CaseTimeline"];

    /// <summary>Those of some events that the viewer may read.</summary>
    public async Task<IReadOnlySet<Guid>> Readable(Viewer viewer, IEnumerable<Guid> events, CancellationToken ct) =>
        await EventSight.Readable(database, viewer, events, ct);

    /// <summary>Null when the viewer may not know it, exactly as when there is none.</summary>
    public async Task<EventDetail?> Find(Viewer viewer, Guid id, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(FindText, Parameters.Uuids([id]));
        await using var reader = await batch.Execute(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        var stored = EnvelopeHeaders.Read(reader.GetFieldValue<byte[]>(6), reader.GetString(7), reader.GetFieldValue<DateTimeOffset>(5));
        var (kind, position, by) = (reader.GetString(1), reader.GetInt64(4), stored.Envelope.By);
        var data = AudienceNames.Within(kind, reader.GetFieldValue<byte[]>(8), stored.Envelope, viewer);
        return new(
            reader.GetGuid(0), kind, EventSentences.GlossOf(kind), sentences.Of(new EventTold(kind, data, stored.Envelope, stored.Persons, position)),
            reader.GetGuid(2), Catalogue.Find(kind)?.Stream.Type, reader.GetInt64(3), position, stored.Envelope.OccurredAt, stored.Envelope.RecordedAt,
            new(by.Id, by.Agency, by.Unit, by.Role.ToString()), stored.Envelope.Place, stored.Envelope.LegalBasis,
            Visibility.AsTold(viewer, stored.Envelope.Marking, by.Agency), stored.Envelope.SourceRef, [.. stored.Persons.Select(person => person.Code)],
            new RawJson(data)) { PersonRefs = stored.Persons };
    }
}
