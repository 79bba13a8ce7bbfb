using Coordination.Domain.Reference;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Snapshots;

/// <summary>Kinds in the order in which they matter to an agency; all of them, for all of them may be read.</summary>
public static class KindOrder
{
    private static readonly Dictionary<AgencyKind, string[]> First = new()
    {
        [AgencyKind.Immigration] =
            ["tpi_advisory", "departure_screening", "passport_application", "watch_entry", "travel_ban", "administrative_action", "network_warning"],
        [AgencyKind.Police] = ["prosecution", "evidence", "network_warning", "broker_profile", "network_link", "watch_entry", "timpora_meeting"],
        [AgencyKind.Prosecution] = ["prosecution", "evidence", "timpora_meeting"],
        [AgencyKind.MigrantProtection] = ["protection", "victim", "p3mi", "job_ad", "tip", "outreach_session", "departure_screening"],
        [AgencyKind.SocialAffairs] = ["protection", "victim"],
        [AgencyKind.WomenAndChildren] = ["protection", "victim"],
        [AgencyKind.WitnessProtection] = ["victim", "prosecution", "protection"],
        [AgencyKind.LocalGovernment] = ["tip", "outreach_session", "village_verification", "protection", "passport_application"],
        [AgencyKind.Village] = ["tip", "village_verification", "outreach_session"],
        [AgencyKind.FinancialIntelligence] = ["financial_inquiry"],
        [AgencyKind.TaskForce] = ["tip", "timpora_meeting", "competence_conflict", "prosecution", "network_warning", "victim"],
    };

    public static IEnumerable<SnapshotKind> For(string agency)
    {
        var first = Agencies.Find(agency) is { } known ? First.GetValueOrDefault(known.Kind, []) : [];
        return SnapshotKinds.All.OrderBy(kind => Array.IndexOf(first, kind.Type) is >= 0 and var at ? at : first.Length);
    }
}
