using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Sharing;

/// <summary>A consent that was asked for.</summary>
/// <param name="Number">Number of the request within the thing.</param>
/// <param name="Kind">Stream type of the thing, such as <c>intelligence_report</c>.</param>
/// <param name="What">onwardSharing, courtUse, release.</param>
/// <param name="Recipients">Groups that it is to reach.</param>
/// <param name="Granted">Null while it waits, or after it expired unanswered.</param>
public sealed record Consent(
    Guid Thing, int Number, string Kind, string Owner, string What, IReadOnlyList<string> Recipients, string Reason, string Agency, string Unit,
    string Officer, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt, bool? Granted, DateTimeOffset? AnsweredAt, string? AnsweredBy, string? Note);

/// <summary>Reads requests for consent: those that the viewer's agency owns the answer to, and those that its unit made.</summary>
public sealed class ConsentQueries(NpgsqlDataSource daemon)
{
    // Agency and unit are written out here: no group or membership lets anybody else know what was asked of whom, and nobody who is not cleared for the
    // thing itself.
    private const string Text = """
        select c.thing, c.number, c.kind, c.owner, c.consent, c.recipients, c.reason, c.agency, c.unit, c.officer, c.asked_at, c.expires_at, c.granted,
               c.answered_at, c.answered_by, c.note
        from readmodel.consent_request c
        where (c.owner = $1 or (c.agency = $1 and c.unit = $2))
          and ($3::uuid is null or c.thing = $3)
          and coordination.thing_level(c.thing) <= $6
          and (not $4 or (c.owner = $1 and c.granted is null and c.expires_at > $5))
        order by c.expires_at desc, c.thing, c.number
        limit 200
        """;

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["SharingBoard", "CaseTimeline"];

    /// <param name="thing">Of one thing; null = of all.</param>
    /// <param name="toAnswer">Only those that wait for the viewer's agency.</param>
    public async Task<IReadOnlyList<Consent>> List(Viewer viewer, Guid? thing, bool toAnswer, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = daemon.CreateCommand(Text);
        command.Parameters.With(
            Parameters.Text(viewer.Officer.Agency), Parameters.Text(viewer.Officer.Unit), Parameters.Uuid(thing), Parameters.Flag(toAnswer),
            Parameters.Time(now), Parameters.Number((int)viewer.Clearance));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var consents = new List<Consent>();
        while (await reader.ReadAsync(ct))
            consents.Add(Read(reader));
        return consents;
    }

    private static Consent Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetFieldValue<string[]>(5), row.GetString(6),
        row.GetString(7), row.GetString(8), row.GetString(9), row.GetFieldValue<DateTimeOffset>(10), row.GetFieldValue<DateTimeOffset>(11),
        row.IsDBNull(12) ? null : row.GetBoolean(12), row.IsDBNull(13) ? null : row.GetFieldValue<DateTimeOffset>(13),
        row.IsDBNull(14) ? null : row.GetString(14), row.IsDBNull(15) ? null : row.GetString(15));
}
