namespace Coordination.Domain.Alerts.Rules;

/// <summary>The rules in force.</summary>
public static class AlertRules
{
    public static IReadOnlyList<IAlertRule> InForce { get; } =
    [
        ApplicantCounts.Contact, new SponsorRule(), ApplicantCounts.Address, ApplicantCounts.Escort, PurposeRules.BeyondMeans, ApplicantCounts.Answers,
        TravellerRules.Ticket, TravellerCounts.Booking, TravellerRules.FreshPassport, TravellerRules.FarFromHome, new RepeatDeferralRule(), new LeakRule(),
        new PilgrimGroupRule(), TravellerCounts.Escorted, PurposeRules.FamilyVisit, TravellerRules.Hub, IdentityRules.Age, IdentityRules.Registry,
        TravellerCounts.Document, IdentityRules.LostPassport, IdentityRules.Deportee, TravellerCounts.Matchmaker, PurposeRules.Wedding, PurposeRules.Student,
        new FormerVictimRule(), RecruiterCount.Rule, TipCounts.BrokerPhone, TipCounts.Vehicle, new LodgingRule(), ForeignerRules.Sponsor,
        ForeignerRules.Address, ForeignerRules.Fictitious, ForeignerRules.House, new JobAdRule(), new WatchRule(), MentionRules.Ransom,
        MentionRules.Official, new ReapplicationRule(), new ChildRule(), IdentityRules.Forgery, MentionRules.Victim, MentionRules.Refusal, MentionRules.Deferral,
        new WatchHitRule(), new TargetConflictRule(), new VictimShieldRule(),
    ];

    /// <summary>What two officers may set under this id: of a rule what it is judged by and its weight, or the limits of the risk score; null for any other id.</summary>
    public static IReadOnlyList<RuleThreshold>? SettableOf(string id) =>
        id == RiskLimits.Id ? RiskLimits.Thresholds : Find(id) is { } rule ? [.. RuleValues.AllOf(rule), RuleThreshold.WeightOf(rule)] : null;

    /// <summary>A rule with the others that the catalogue has under its number: <c>R23</c> and <c>R23-WED</c>.</summary>
    public static IEnumerable<IAlertRule> ArmsOf(IAlertRule rule) =>
        InForce.Where(one => one == rule || one.Id.StartsWith($"{rule.Id}-", StringComparison.Ordinal));

    public static IAlertRule? Find(string id) => InForce.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));
}
