using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Snapshots;

/// <summary>Rows of the snapshot queries.</summary>
internal static class SnapshotReader
{
    public const int ColumnsOfItem = 19;

    /// <param name="at">Number of the first column of the item.</param>
    public static SnapshotItem Item(NpgsqlDataReader row, int at, Viewer viewer, DateTimeOffset now)
    {
        var (kind, status, agency) = (row.GetString(at + 1), row.GetString(at + 4), row.GetString(at + 7));
        var open = row.GetBoolean(at + 5);
        var marking = new Marking((Level)row.GetInt32(at + 11), row.GetFieldValue<string[]>(at + 12), row.GetFieldValue<string[]>(at + 13));
        DateTimeOffset? due = row.IsDBNull(at + 16) ? null : row.GetFieldValue<DateTimeOffset>(at + 16);
        PersonRef[] persons = [.. row.GetFieldValue<Guid[]>(at + 9).Select(person => new PersonRef(person))];
        return new(
            row.GetGuid(at), kind, new(row.GetString(at + 2), row.GetString(at + 3)), status, NameOf(kind, status), open, Text(row, at + 6), agency,
            row.GetString(at + 8), [.. persons.Select(person => person.Code)],
            [.. row.GetFieldValue<Guid[]>(at + 10).Select(file => new CaseId(file))], Visibility.AsTold(viewer, marking, agency),
            row.GetFieldValue<DateTimeOffset>(at + 14), row.GetFieldValue<DateTimeOffset>(at + 15), due, Text(row, at + 17),
            open && due < now, row.GetInt64(at + 18)) { PersonRefs = persons };
    }

    public static SnapshotLine Line(NpgsqlDataReader row, EventSentences sentences, Viewer viewer)
    {
        var (alias, recordedAt) = (row.GetString(2), row.GetFieldValue<DateTimeOffset>(4));
        var (envelope, persons) = EnvelopeHeaders.Read(row.GetFieldValue<byte[]>(5), row.GetString(6), recordedAt);
        var data = AudienceNames.Within(alias, row.GetFieldValue<byte[]>(3), envelope, viewer);
        return new(
            row.GetGuid(0), row.GetInt64(1), alias, EventSentences.GlossOf(alias), sentences.Of(new(alias, data, envelope, persons, row.GetInt64(7))),
            envelope.OccurredAt, recordedAt, envelope.By.Agency, envelope.By.Unit, envelope.By.Id, envelope.By.Role, envelope.Place, envelope.LegalBasis);
    }

    private static Wording NameOf(string kind, string status) =>
        SnapshotKinds.Find(kind)?.Statuses.FirstOrDefault(one => one.Code == status)?.Name ?? new(status, status);

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
