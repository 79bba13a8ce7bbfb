using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Coordination.Domain.Alerts.Rules;
using Coordination.Host.Alerts;
using Coordination.Projections.Alerts;

namespace Coordination.Host.CommandLine;

/// <summary><c>backtest --rule R11 --from 2026-01-01 --to 2026-03-31 --set days=14</c>: on the store of this place, beside a running Host.</summary>
internal static class BackTestVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Command()
    {
        var rule = new Option<string>("--rule") { Description = "Id of the rule, such as R11.", Required = true };
        var from = new Option<string>("--from") { Description = "First day, in WIB.", Required = true };
        var to = new Option<string>("--to") { Description = "Last day, in WIB.", Required = true };
        var set = new Option<string[]>("--set") { Description = "Thresholds, such as days=14.", DefaultValueFactory = _ => [] };
        var command = new Command("backtest", "Run a rule over the past log with any thresholds; changes nothing.") { rule, from, to, set };
        command.SetAction((parsed, ct) => StoreVerbs.WithStore(async services =>
        {
            var question = Question(parsed.GetValue(rule)!, parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(set)!);
            // Whoever may run verbs on the store may read the store: there is no viewer here.
            var report = await services.GetRequiredService<BackTest>().Run(question, null, ct);
            Console.WriteLine(JsonSerializer.Serialize(report, Json));
            return Verbs.Well;
        }, ct));
        return command;
    }

    private static BackTestQuestion Question(string id, string from, string to, string[] set)
    {
        var rule = AlertRules.Find(id)
            ?? throw new InvalidOperationException($"There is no rule {id}; there are {string.Join(", ", AlertRules.InForce.Select(one => one.Id))}.");
        var values = set.Select(text => text.Split('=', 2)).ToDictionary(
            parts => parts[0],
            parts => parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? value : throw new InvalidOperationException($"--set takes name=number, not {parts[0]}."),
            StringComparer.Ordinal);
        if (RulesModule.Wrong(rule, values) is { } wrong)
            throw new InvalidOperationException($"{wrong.Message} {string.Join(", ", wrong.Details)}");
        return new(
            rule, RulesModule.Moment(from, end: false) ?? throw new InvalidOperationException("--from is no day."),
            RulesModule.Moment(to, end: true) ?? throw new InvalidOperationException("--to is no day."), values);
    }
}
