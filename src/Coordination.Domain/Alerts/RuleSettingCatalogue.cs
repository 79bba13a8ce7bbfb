using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>Thresholds of rules: proposed by one officer of the task force, confirmed by another.</summary>
internal static class RuleSettingCatalogue
{
    private const string Proposer = "SATGAS/SEKRETARIAT";
    private const string Second = "SATGAS/PENGAWAS-INTERNAL";
    private static readonly CatalogueOf<RuleSettingEvent> Stream = new(RuleSettingDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Stream.Entry<RuleThresholdProposed, ProposeRuleThreshold>("perubahan ambang aturan diusulkan", "change of a rule's thresholds proposed", Proposer,
            """
            {
              "rule": "R01",
              "values": [{ "name": "count", "value": 4 }],
              "from": "2026-03-01",
              "reason": "Tinjauan bulanan: banyak klaster tiga orang ternyata satu keluarga.",
              "territory": "53"
            }
            """),
        Stream.Entry<RuleThresholdChanged, ConfirmRuleThreshold>("ambang aturan diubah", "a rule's thresholds changed", Second,
            """
            {
              "note": "Setuju."
            }
            """, "rule_threshold_proposed"),
        Stream.Entry<RuleThresholdDeclined, DeclineRuleThreshold>("perubahan ambang aturan ditolak", "change of a rule's thresholds declined", Second,
            """
            {
              "reason": "Angkanya belum cukup lama diamati."
            }
            """, "rule_threshold_proposed"),
    ];
}
