using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

internal static class RuleSettingSentences
{
    public static Wording Of(RuleSettingEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            RuleThresholdProposed e => Said($"{who} mengusulkan", $"{who} proposed", e.Rule, e.Values, e.From, e.Territory),
            RuleThresholdChanged { Rule: { } rule, Values: { } values } e => Said($"{who} menyetujui", $"{who} confirmed", rule, values, e.From, e.Territory),
            RuleThresholdChanged => new($"{who} menyetujui perubahan ambang.", $"{who} confirmed the change of thresholds."),
            RuleThresholdDeclined e => new($"{who} menolak perubahan ambang: {e.Reason}", $"{who} declined the change of thresholds: {e.Reason}"),
            _ => new("", ""),
        };
    }

    private static Wording Said(string id, string en, string rule, IReadOnlyList<ThresholdValue> values, DateOnly? from, string? territory)
    {
        var list = string.Join(", ", values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Name} = {value.Value}")));
        var place = territory ?? "Indonesia";
        return rule == RiskLimits.Id
            ? new($"{id} batas skor risiko untuk {place} mulai {Dates.Id(from)}: {list}.", $"{en} limits of the risk score for {place} from {Dates.En(from)}: {list}.")
            : new($"{id} ambang aturan {rule} untuk {place} mulai {Dates.Id(from)}: {list}.", $"{en} thresholds of rule {rule} for {place} from {Dates.En(from)}: {list}.");
    }
}
