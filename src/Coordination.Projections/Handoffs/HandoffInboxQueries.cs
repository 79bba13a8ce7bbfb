using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Handoffs;

/// <summary>Reads handoffs.</summary>
public sealed class HandoffInboxQueries(NpgsqlDataSource database)
{
    private const string Columns = """
        h.handoff_id, h.case_id, f.number, h.kind, h.from_agency, h.from_unit, h.to_agency, h.to_unit, h.to_desk, h.subject, h.level, h.audience,
        h.status, h.version, h.proposed_at, h.changed_at, h.clock_step, h.clock_agency, h.clock_unit, h.clock_since, h.clock_due,
        coalesce(jsonb_array_length(p.manifest), 0), coalesce(jsonb_array_length(p.missing), 0)
        """;

    // The number of a case is told only to those who may open it.
    private static readonly string From = $"""
        handoff h
        left join case_file f on f.case_id = h.case_id and {VisibilitySql.Of("f", "f.case_id")} >= {VisibilitySql.Full}
        left join handoff_manifest p on p.handoff_id = h.handoff_id and {VisibilitySql.Of("p", "p.handoff_id")} >= {VisibilitySql.Full}
        """;

    private static readonly ListSql ListText = new(
        Columns,
        From,
        ListOrder.Ascending("h.urgency", "h.position"),
        """
        (not $7 or not h.closed)
        and case $8
            when 'mine' then h.to_agency = $1 and (h.to_unit = $9 or h.to_unit || '/' || h.to_desk = any($10))
            when 'sent' then h.from_agency = $1 and h.from_unit = $9
            else true
        end
        """,
        VisibilitySql.Of("h", "h.handoff_id"));

    private static readonly string FindText = $"""
        select {Columns}, h.summary, h.legal_basis, h.source_ref, h.detained, coalesce(p.manifest, jsonb_build_array()), coalesce(p.missing, jsonb_build_array())
        from {From}
        where h.handoff_id = $4 and {VisibilitySql.Of("h", "h.handoff_id")} >= {VisibilitySql.Full}
        """;

    private static readonly string OfCaseText = $"""
        select {Columns}, h.summary, h.legal_basis, h.source_ref, h.detained, coalesce(p.manifest, jsonb_build_array()), coalesce(p.missing, jsonb_build_array())
        from timeline_link l join {From} on h.handoff_id = l.node
        where l.case_id = $4
          and exists (select from coordination.open_case($4))
          and {VisibilitySql.Of("h", "h.handoff_id")} >= {VisibilitySql.Full}
        order by h.position
        """;

    private static readonly string StagesText = $"""
        select s.handoff_id, s.stage, s.occurred_at, s.recorded_at, s.agency, s.unit, s.note, s.items,
               s.occurred_at - lag(s.occurred_at) over (partition by s.handoff_id order by s.version)
        from handoff_stage s
        where s.handoff_id = any($4) and {VisibilitySql.Of("s", "s.handoff_id")} >= {VisibilitySql.Full}
        order by s.handoff_id, s.version
        """;

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["HandoffInbox", "CaseSummary", "CaseTimeline"];

    /// <summary>Running ones by what is due first, then the closed ones, the last changed first.</summary>
    public Task<Page<HandoffListItem>> List(Viewer viewer, HandoffBox box, bool openOnly, Keyset? after, int limit, CancellationToken ct) =>
        ListText.Read(
        database, viewer, after, limit, reader => HandoffReader.Item(reader, ListSql.FirstColumn), ct,
        Parameters.Flag(openOnly), Parameters.Text(BoxOf(viewer, box)), Parameters.Text(viewer.Officer.Unit),
        Parameters.Texts(viewer.Officer.Desks.Split(' ')));

    /// <summary>Null when the viewer may not know it, exactly as when there is none.</summary>
    public async Task<HandoffDetail?> Find(Viewer viewer, HandoffId id, CancellationToken ct) =>
        await Read(viewer, FindText, id.Value, ct) is [var found] ? found : null;

    /// <summary>The handoffs that stand on a case, with their stages, the first proposed first: the brackets beside its timeline.</summary>
    public Task<IReadOnlyList<HandoffDetail>> OfCase(Viewer viewer, CaseId caseId, CancellationToken ct) =>
        Read(viewer, OfCaseText, caseId.Value, ct);

    private static string BoxOf(Viewer viewer, HandoffBox box) => box switch
    {
        // Coordinators follow handoffs over agencies: theirs are all that they may read.
        HandoffBox.Mine when viewer.Officer.Role == OfficerRole.Coordinator => "all",
        HandoffBox.Mine => "mine",
        HandoffBox.Sent => "sent",
        _ => "all",
    };

    private async Task<IReadOnlyList<HandoffDetail>> Read(Viewer viewer, string sql, Guid id, CancellationToken ct)
    {
        var found = new List<HandoffDetail>();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using (var batch = new ViewerBatch(connection, viewer).Add(sql, Parameters.Uuid(id)))
        {
            await using var reader = await batch.Execute(ct);
            while (await reader.ReadAsync(ct))
                found.Add(HandoffReader.Detail(reader));
        }

        return found.Count == 0 ? found : await WithStages(viewer, found, connection, ct);
    }

    private static async Task<IReadOnlyList<HandoffDetail>> WithStages(
        Viewer viewer, List<HandoffDetail> found, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new ViewerBatch(connection, viewer).Add(StagesText, Parameters.Uuids(found.Select(handoff => handoff.Item.Id.Value)));
        await using var reader = await batch.Execute(ct);
        var stages = new List<(Guid Handoff, StageLine Stage)>();
        while (await reader.ReadAsync(ct))
            stages.Add((reader.GetGuid(0), HandoffReader.Stage(reader)));
        var byHandoff = stages.ToLookup(stage => stage.Handoff, stage => stage.Stage);
        return [.. found.Select(handoff => handoff with { Stages = [.. byHandoff[handoff.Item.Id.Value]] })];
    }
}
