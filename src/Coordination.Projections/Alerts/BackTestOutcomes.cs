using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Projections.Alerts;

/// <summary>What became of those whom a back-test found, and of the alerts that were really raised.</summary>
internal sealed class BackTestOutcomes
{
    private static readonly HashSet<string> Answers = StreamHistory.Aliases(
        typeof(CaseSubjectAdded), typeof(PoliceReportRegistered), typeof(HandoffProposed), typeof(TravellerHandedToProtection), typeof(FacilitatorHandedToPolice));

    private static readonly string ResolvedText = $"""
        select a.evidence, a.outcome from alert a
        where a.rule = any($4) and a.outcome is not null and {VisibilitySql.Of("a", "a.alert_id")} >= {VisibilitySql.Full} order by a.position
        """;

    private static readonly string OverturnedText =
        $"select o.event_id from overturned_evidence o where {VisibilitySql.Of("o", "o.stream_id")} >= {VisibilitySql.Full}";

    private readonly Dictionary<Guid, string> _byEvidence = [];
    private readonly HashSet<Guid> _overturned = [];

    /// <summary>
    /// The outcome of the alert that shares evidence with it; false where no such alert was resolved and a deferral on this evidence was overturned; null
    /// when neither is so.
    /// </summary>
    public string? For(IReadOnlyList<Guid> evidence) =>
        evidence.Select(one => _byEvidence.GetValueOrDefault(one)).FirstOrDefault(outcome => outcome is not null)
            ?? (evidence.Any(_overturned.Contains) ? "false" : null);

    /// <param name="rules">Every arm: each raises its alerts under its own id.</param>
    public static async Task<BackTestOutcomes> Of(IReadOnlyList<string> rules, Viewer? viewer, NpgsqlDataSource database, CancellationToken ct)
    {
        var outcomes = new BackTestOutcomes();
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = viewer is null ? null : new ViewerBatch(connection, viewer).Add(ResolvedText, Parameters.Texts(rules)).Add(OverturnedText);
        await using var all = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select evidence, outcome from alert where rule = any($1) and outcome is not null order by position"),
                new("select event_id from overturned_evidence"),
            },
        };
        all.BatchCommands[0].Parameters.With(Parameters.Texts(rules));
        await using var reader = batch is null ? await all.ExecuteReaderAsync(ct) : await batch.Execute(ct);
        while (await reader.ReadAsync(ct))
        {
            foreach (var evidence in reader.GetFieldValue<Guid[]>(0))
                outcomes._byEvidence[evidence] = reader.GetString(1);
        }

        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            outcomes._overturned.Add(reader.GetGuid(0));

        return outcomes;
    }

    /// <summary>Time from each alert to the first answer about one of its subjects that came after the story began.</summary>
    public static async Task<Dictionary<BackTestFound, TimeSpan>> Leads(
        EventLog log, List<BackTestFound> found, Viewer? viewer, NpgsqlDataSource viewers, CancellationToken ct)
    {
        var subjects = found.SelectMany(one => one.Subjects).ToHashSet();
        if (subjects.Count == 0)
            return [];
        var answers = await AnswersAbout(log, subjects, ct);
        if (viewer is not null)
        {
            var readable = await EventSight.Readable(viewers, viewer, answers.Select(answer => answer.Event), ct);
            answers = [.. answers.Where(answer => readable.Contains(answer.Event))];
        }

        var byPerson = answers.ToLookup(answer => answer.Person, answer => answer.At);
        var leads = new Dictionary<BackTestFound, TimeSpan>(ReferenceEqualityComparer.Instance);
        foreach (var one in found)
        {
            var first = one.Subjects.SelectMany(subject => byPerson[subject]).Where(at => at >= one.FirstEvidenceAt).Select(at => (DateTimeOffset?)at).Min();
            if (first is { } at)
                leads.Add(one, at - one.At);
        }

        return leads;
    }

    private static async Task<List<(Guid Event, Guid Person, DateTimeOffset At)>> AnswersAbout(EventLog log, HashSet<Guid> subjects, CancellationToken ct)
    {
        const int Size = 1000;
        var answers = new List<(Guid, Guid, DateTimeOffset)>();
        for (long after = 0; await log.FetchAll(after, Size, ct, Answers) is { Count: > 0 } page; after = page[^1].Position)
        {
            answers.AddRange(page.SelectMany(recorded => Happened.Of(recorded).Persons.Where(person => subjects.Contains(person.Value))
                .Select(person => (recorded.Id, person.Value, recorded.Timestamp))));
        }

        return answers;
    }
}
