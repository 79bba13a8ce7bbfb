using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Alerts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Alerts;

/// <param name="From">First day or moment, such as <c>2026-01-01</c>; days are those of WIB.</param>
/// <param name="To">Last day or moment.</param>
/// <param name="Set">Thresholds to run it with, over those that were in force.</param>
public sealed record BackTestBody(string From, string To, IReadOnlyDictionary<string, int>? Set = null);

/// <summary>The rules over HTTP: what is in force, what it was worth, and what other numbers would have found.</summary>
internal static class RulesModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var rules = api.MapGroup("rules").WithTags("Rules").RequireAuthorization(Permissions.Work);
        rules.MapGet("", List).Reads(RuleQueries.Reads)
            .WithName("listRules").WithSummary("Rules in force: version, thresholds and weight per territory, precision as far as you may read the alerts; and the limits of the risk score.");
        rules.MapPost("{id}/backtest", Run).RequireAuthorization(Permissions.Coordinate)
            .Produces<BackTestReport>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("backtestRule").WithSummary("Run a rule over the past log with any thresholds; changes nothing, and shows what you may read.");
        var settings = api.MapGroup("rule-settings").WithTags("Rules").RequireAuthorization(Permissions.Coordinate);
        settings.MapNewFact<RuleThresholdProposed>("", "proposeRuleThreshold", "Propose other thresholds or another weight for a rule, or other limits of the risk score, in the whole country or one territory.");
        settings.MapFact(
            "PUT", "{id:guid}/confirmation", "confirmRuleThreshold", "Confirm it as the second person; it holds from its day on.", _ => new RuleThresholdChanged());
        settings.MapFact<RuleThresholdDeclined>("PUT", "{id:guid}/refusal", "declineRuleThreshold", "Decline it, or take your own proposal back.");
    }

    /// <summary>A day means its begin or its end, a moment itself; null when it is neither.</summary>
    internal static DateTimeOffset? Moment(string? text, bool end)
    {
        var zone = TimeSpan.FromHours(7);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset((end ? day.AddDays(1) : day).ToDateTime(TimeOnly.MinValue), zone).AddTicks(end ? -1 : 0).ToUniversalTime();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
    }

    /// <summary>The refusal for numbers that the rule cannot be run with; null when it can.</summary>
    internal static Refusal? Wrong(IAlertRule rule, IReadOnlyDictionary<string, int> set) =>
        ProposeRuleThreshold.Wrong(RuleValues.AllOf(rule), [.. set.Select(one => new ThresholdValue(one.Key, one.Value))]);

    private static async Task<Ok<IReadOnlyList<RuleLine>>> List(CurrentOfficer officer, RuleQueries rules, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(await rules.List(officer.Viewer, Envelope.DayOf(clock.GetUtcNow()), ct));

    private static async Task<IResult> Run(string id, BackTestBody body, CurrentOfficer officer, BackTests tests, CancellationToken ct)
    {
        if (AlertRules.Find(id) is not { } rule)
            return Problem.Of(HttpRefusals.NotFound);
        if (Moment(body.From, end: false) is not { } from)
            return Problem.Of(HttpRefusals.BadParameter.About("from"));
        if (Moment(body.To, end: true) is not { } to || to < from)
            return Problem.Of(HttpRefusals.BadParameter.About("to"));
        var set = body.Set ?? new Dictionary<string, int>(StringComparer.Ordinal);
        if (Wrong(rule, set) is { } wrong)
            return Problem.Of(wrong);
        try
        {
            return TypedResults.Ok(await tests.Run(new(rule, from, to, set), officer.Viewer, ct));
        }
        catch (BackTestTooLargeException)
        {
            return Problem.Of(HttpRefusals.BackTestTooLarge);
        }
    }
}

/// <summary>One back-test at a time on a Host: the others wait, and live work does not.</summary>
internal sealed class BackTests(BackTest test) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <exception cref="BackTestTooLargeException">It would remember too much at once.</exception>
    public async Task<BackTestReport> Run(BackTestQuestion question, Viewer viewer, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            return await test.Run(question, viewer, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
