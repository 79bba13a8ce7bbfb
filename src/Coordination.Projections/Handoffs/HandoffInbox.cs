using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.EventStore;

namespace Coordination.Projections.Handoffs;

/// <summary>Handoffs as their two ends see them: the file, its stages, and the clock that runs.</summary>
public sealed class HandoffInbox(EventTypes types, EventSerializer serializer) : IProjection
{
    private const string Write = """
        insert into handoff (
            handoff_id, position, version, case_id, kind, from_agency, from_unit, to_agency, to_unit, to_desk, subject, role, status, closed, detained,
            summary, source_ref, legal_basis, proposed_at, changed_at, clock_step, clock_agency, clock_unit, clock_since, clock_due, urgency,
            agency, level, audience)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)
        on conflict (handoff_id) do update set
            version = excluded.version, status = excluded.status, closed = excluded.closed, changed_at = excluded.changed_at,
            clock_step = excluded.clock_step, clock_agency = excluded.clock_agency, clock_unit = excluded.clock_unit,
            clock_since = excluded.clock_since, clock_due = excluded.clock_due, urgency = excluded.urgency, level = excluded.level
        """;

    private const string WriteManifest = """
        insert into handoff_manifest (handoff_id, manifest, missing, agency, level, audience) values ($1, $2, $3, '', $4, $5)
        on conflict (handoff_id) do update set
            manifest = excluded.manifest, missing = excluded.missing, level = excluded.level, audience = excluded.audience
        """;

    private readonly StreamHistory _history = new(types, serializer);

    public string Name => "HandoffInbox";

    public IReadOnlyList<string> Tables { get; } = ["handoff", "handoff_manifest", "handoff_stage"];

    public IReadOnlyList<string> InsertOnlyTables { get; } = ["handoff_stage"];

    public IReadOnlySet<string> Wants { get; } = StreamHistory.Aliases(typeof(HandoffEvent));

    public async ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        var stages = new List<(Happened Happened, Handoff Handoff)>();
        foreach (var stream in await _history.Load(page, session.Connection, ct))
        {
            var handoff = Add(stream, session);
            stages.AddRange(stream.Where(next => next.Recorded.Position >= page[0].Position).Select(next => (next, handoff)));
        }

        await session.Insert(
            "handoff_stage",
            ["handoff_id", "version", "stage", "occurred_at", "recorded_at", "agency", "unit", "note", "items", "level", "audience"],
            stages,
            WriteStage,
            ct);
    }

    private static Handoff Add(IReadOnlyList<Happened> stream, ProjectionSession session)
    {
        var handoff = stream.Aggregate(Handoff.None, (state, next) =>
            Handoff.Evolve(state, (HandoffEvent)next.Recorded.Body, next.Envelope));
        var (first, last) = (stream[0], stream[^1]);
        var clock = HandoffClock.Of(handoff, last.Envelope.OccurredAt);
        var sender = clock.HeldBy == HandoffParty.Sender;
        var changed = stream.Max(next => next.Envelope.OccurredAt);
        session.Add(
            Write,
            Parameters.Uuid(first.Recorded.Stream),
            Parameters.Bigint(first.Recorded.Position),
            Parameters.Bigint(last.Recorded.Version),
            Parameters.Uuid(handoff.Case?.Value),
            Parameters.Text(Camel(handoff.Kind)),
            Parameters.Text(handoff.FromAgency),
            Parameters.Text(handoff.FromUnit),
            Parameters.Text(handoff.To.Agency),
            Parameters.Text(handoff.To.Unit),
            Parameters.Text(handoff.To.Desk),
            Parameters.Uuid(handoff.Subject?.Value),
            Parameters.Text(Camel(handoff.Role)),
            Parameters.Text(Camel(handoff.Status)),
            Parameters.Flag(handoff.IsClosed),
            Parameters.Flag(handoff.Detained),
            Parameters.Text(Summary(first.Recorded.Body)),
            Parameters.Text(first.Envelope.SourceRef),
            Parameters.Texts(first.Envelope.LegalBasis),
            Parameters.Time(first.Envelope.OccurredAt),
            Parameters.Time(changed),
            Parameters.Text(clock.Step is { } step ? Camel(step) : null),
            Parameters.Text(clock.HeldBy is null ? null : sender ? handoff.FromAgency : handoff.To.Agency),
            Parameters.Text(clock.HeldBy is null ? null : sender ? handoff.FromUnit : handoff.To.Unit),
            Parameters.Time(clock.Since),
            Parameters.Time(clock.Deadline),
            Parameters.Bigint(clock.Deadline is { } due ? Microseconds(due) : long.MaxValue / 2 - Microseconds(changed)),
            Parameters.Text(first.Envelope.By.Agency),
            Parameters.Number((int)stream.Max(next => next.Envelope.Marking.Level)),
            // The desk that it is addressed to reads it by nature.
            Parameters.Texts(first.Envelope.Marking.Audience.Append(Audiences.Unit(handoff.To.Agency, handoff.To.Unit))
                .Distinct(StringComparer.Ordinal)));
        AddManifest(stream, handoff, session);
        return handoff;
    }

    // Sender and receiver both wrote it: whoever reads it reads something of each.
    private static void AddManifest(IReadOnlyList<Happened> stream, Handoff handoff, ProjectionSession session)
    {
        var marking = Strictest.Of(
            [.. stream.Select(next => next.Envelope)], Audiences.Unit(handoff.FromAgency, handoff.FromUnit),
            Audiences.Unit(handoff.To.Agency, handoff.To.Unit));
        session.Add(
            WriteManifest,
            Parameters.Uuid(stream[0].Recorded.Stream), Parameters.Json(handoff.Manifest, EventJson.Stored),
            Parameters.Json(handoff.Missing, EventJson.Stored), Parameters.Number((int)marking.Level), Parameters.Texts(marking.Audience));
    }

    private static void WriteStage(RowWriter row, (Happened Happened, Handoff Handoff) stage)
    {
        var (happened, handoff) = stage;
        var (note, items) = NoteOf(happened.Recorded.Body);
        row.Add(happened.Recorded.Stream)
            .Add(happened.Recorded.Version)
            .Add(HandoffStages.Of(happened.Recorded.Type.Alias))
            .Add(happened.Envelope.OccurredAt)
            .Add(happened.Envelope.RecordedAt)
            .Add(happened.Envelope.By.Agency)
            .Add(happened.Envelope.By.Unit)
            .Add(note)
            .Add((IReadOnlyCollection<string>)items)
            .Add((int)happened.Envelope.Marking.Level)
            // What one end does, the other must learn.
            .Add((IReadOnlyCollection<string>)
            [
                .. happened.Envelope.Marking.Audience
                    .Append(Audiences.Unit(handoff.FromAgency, handoff.FromUnit))
                    .Append(Audiences.Unit(handoff.To.Agency, handoff.To.Unit))
                    .Distinct(StringComparer.Ordinal),
            ]);
    }

    private static (string? Note, string[] Items) NoteOf(object body) => body switch
    {
        HandoffDispatched e => (e.LetterNumber, []),
        TravellerHandedToProtection e => (e.RecordNumber, []),
        FacilitatorHandedToPolice e => (e.RecordNumber, []),
        HandoffReceived e => (e.Note, []),
        HandoffAccepted e => (e.RegisterNumber ?? e.Note, [.. e.DespiteOpenItems ?? []]),
        HandoffReturned e => (e.Reason, [.. e.Missing.Select(item => item.Item ?? item.Description)]),
        HandoffSupplemented e => (e.Note, [.. e.Items.Select(item => item.Item)]),
        HandoffDeclined e => (e.Reason, []),
        HandoffWithdrawn e => (e.Reason, []),
        _ => (null, []),
    };

    private static string Summary(object body) => body switch
    {
        HandoffProposed e => e.Summary,
        TravellerHandedToProtection e => e.Summary,
        FacilitatorHandedToPolice e => e.Summary,
        _ => "",
    };

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static string Camel(Enum word) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
