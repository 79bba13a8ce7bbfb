using System.Xml;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Projections.Alerts;

/// <param name="From">Alerts from this moment on, by when the log learned of what fired them.</param>
/// <param name="To">Up to this moment; the log is read no further.</param>
/// <param name="Set">Thresholds over those that were in force.</param>
public sealed record BackTestQuestion(IAlertRule Rule, DateTimeOffset From, DateTimeOffset To, IReadOnlyDictionary<string, int> Set);

/// <param name="At">When the alert would have been raised.</param>
/// <param name="SubjectRefs">Persons, by their references in the vault.</param>
/// <param name="LeadTime">ISO 8601 duration to the first case, police report or handoff of a subject; negative when that came first, null when there was none.</param>
/// <param name="Outcome">
/// How the alert that was raised for the same evidence was resolved: true, false, benign; false as well where nobody resolved it and the deferral on this
/// evidence was overturned.
/// </param>
public sealed record BackTestAlert(
    DateTimeOffset At, string Severity, IReadOnlyList<Guid> SubjectRefs, IReadOnlyList<Guid> Evidence, string? LeadTime, string? Outcome);

/// <param name="RuleVersion">Version that was run.</param>
/// <param name="Set">Thresholds that differed from those in force.</param>
/// <param name="Precision">Share of true ones among the alerts with an outcome; null when none has one.</param>
/// <param name="EventsRead">Events of the log that the rule looked at, by each of its arms.</param>
public sealed record BackTestReport(
    string Rule, int RuleVersion, IReadOnlyDictionary<string, int> Set, IReadOnlyList<BackTestAlert> Alerts, double? Precision, long EventsRead);

/// <summary>More is remembered at once than a back-test may hold; a shorter period or tighter window is needed.</summary>
public sealed class BackTestTooLargeException()
    : InvalidOperationException("The back-test would remember too much at once; take a shorter period or a tighter window.");

/// <summary>
/// Runs a rule, with the others that the catalogue has under its number, over the past log as of its time: with what was recorded by then, in the
/// order of recording, and with the thresholds of then but for those that are given. It reads only, beside live work, page by page; what it remembers
/// is bounded by the rule's window and by a limit. Shown are alerts that the viewer would be shown if they were raised, and those whose every event it
/// may read and that tell of nothing else.
/// </summary>
public sealed class BackTest(EventLog log, NpgsqlDataSource daemon, NpgsqlDataSource viewers)
{
    /// <summary>Some hundred megabytes.</summary>
    public const int UsualMost = 500_000;

    /// <summary>Observations remembered at once.</summary>
    public int Most { get; init; } = UsualMost;

    /// <exception cref="BackTestTooLargeException">More would be remembered than may be.</exception>
    public async Task<BackTestReport> Run(BackTestQuestion question, Viewer? viewer, CancellationToken ct)
    {
        var (all, read) = (new List<BackTestFound>(), 0L);
        List<IAlertRule> arms = [.. AlertRules.ArmsOf(question.Rule)];
        foreach (var arm in arms)
        {
            // What was set was set of the rule that was asked for: the others have thresholds of the same names that mean other things.
            var own = arm == question.Rule ? question.Set : new Dictionary<string, int>(StringComparer.Ordinal);
            var run = await Read(question with { Rule = arm, Set = own }, ct);
            all.AddRange(run.Found);
            read += run.EventsRead;
        }

        List<BackTestFound> found = [.. (viewer is null ? all : await Shown(all, viewer, ct)).OrderBy(one => one.At)];
        var leads = await BackTestOutcomes.Leads(log, found, viewer, viewers, ct);
        var outcomes = await BackTestOutcomes.Of([.. arms.Select(arm => arm.Id)], viewer, viewer is null ? daemon : viewers, ct);
        BackTestAlert[] alerts = [.. found.Select(one => new BackTestAlert(
            one.At, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(one.Finding.Severity.ToString()), one.Subjects, one.Evidence,
            leads.TryGetValue(one, out var lead) ? XmlConvert.ToString(lead) : null, outcomes.For(one.Evidence)))];
        return new(
            question.Rule.Id, question.Rule.Version, question.Set, alerts,
            RuleQueries.Share(alerts.Count(one => one.Outcome == "true"), alerts.Count(one => one.Outcome == "false"), alerts.Count(one => one.Outcome == "benign")),
            read);
    }

    private async Task<BackTestRun> Read(BackTestQuestion question, CancellationToken ct)
    {
        var run = new BackTestRun(question, Most);
        await using (var connection = await daemon.OpenConnectionAsync(ct))
            run.Knows(await RuleThresholds.Load(connection, ct));
        await foreach (var page in Pages(StreamHistory.Aliases([.. question.Rule.LooksAt]), await Start(run, ct), question.To, ct))
            run.Read(page);
        return run;
    }

    internal async IAsyncEnumerable<IReadOnlyList<Recorded>> Pages(
        HashSet<string> aliases, long after, DateTimeOffset to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        const int Size = 1000;
        while (await log.FetchAll(after, Size, ct, aliases) is { Count: > 0 } page)
        {
            yield return [.. page.TakeWhile(recorded => recorded.Timestamp <= to)];
            after = page[^1].Position;
            if (page.Count < Size || page[^1].Timestamp > to)
                yield break;
        }
    }

    private async Task<List<BackTestFound>> Shown(List<BackTestFound> found, Viewer viewer, CancellationToken ct)
    {
        var addressed = found.Where(one => Visibility.Of(viewer, FoundSignal.MarkingOf(one.Finding), Officer.System.Agency) == Sight.Full).ToHashSet();
        var others = found.Where(one => !addressed.Contains(one) && one.Finding is { Restricted: false, OneSided: false }).ToHashSet();
        var readable = await EventSight.Readable(viewers, viewer, others.SelectMany(one => one.Evidence), ct);
        return [.. found.Where(one => addressed.Contains(one) || (others.Contains(one) && one.Evidence.All(readable.Contains)))];
    }

    // What a rule with a window remembers from before its first alert begins with the window; of what was recorded late, a season.
    private async Task<long> Start(BackTestRun run, CancellationToken ct)
    {
        if (run.Begins is not { } begins)
            return 0;
        await using var command = daemon.CreateCommand("select coalesce(max(seq_id), 0) from public.mt_events where timestamp < $1");
        command.Parameters.With(Parameters.Time(begins));
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
