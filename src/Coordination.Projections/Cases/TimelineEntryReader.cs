using Coordination.Domain.Kernel;
using Coordination.Projections.Handoffs;
using Npgsql;

namespace Coordination.Projections.Cases;

/// <summary>Rows of <c>timeline_page.sql</c> and <c>timeline_since.sql</c> as entries.</summary>
internal static class TimelineEntryReader
{
    public static TimelineEntry Read(NpgsqlDataReader row, CaseId caseId, EventSentences sentences, Viewer viewer)
    {
        var recordedAt = row.GetFieldValue<DateTimeOffset>(7);
        var (envelope, persons) = EnvelopeHeaders.Read(row.GetFieldValue<byte[]>(8), row.GetString(9), recordedAt);
        var told = new EventTold(
            row.GetString(6), AudienceNames.Within(row.GetString(6), row.GetFieldValue<byte[]>(10), envelope, viewer), envelope, persons, row.GetInt64(0));
        var readers = row.GetFieldValue<string[]>(2);
        var marking = readers.Length == 0 ? envelope.Marking
            : envelope.Marking with { Audience = [.. envelope.Marking.Audience.Union(readers, StringComparer.Ordinal)] };
        var stream = row.GetGuid(4);
        return new(
            caseId, told.Position, row.GetInt64(1), row.GetGuid(3), stream, row.GetInt64(5), told.Kind,
            EventSentences.GlossOf(told.Kind), sentences.Of(told), envelope.OccurredAt, recordedAt,
            envelope.By.Agency, envelope.By.Unit, envelope.By.Id, envelope.By.Role, envelope.Place, Visibility.AsTold(viewer, marking, envelope.By.Agency),
            envelope.LegalBasis,
            envelope.SourceRef,
            persons, [.. persons.Select(person => person.Code)], new RawJson(told.Data), HandoffStages.Of(told.Kind) is { } stage
                ? new(new(stream), stage) : null);
    }
}
