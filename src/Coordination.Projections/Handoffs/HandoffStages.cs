using System.Collections.Frozen;

namespace Coordination.Projections.Handoffs;

/// <summary>Events that are a stage of a handoff, and what readers call the stage.</summary>
internal static class HandoffStages
{
    private static readonly FrozenDictionary<string, string> ByKind = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["handoff_proposed"] = "proposed",
        ["handoff_dispatched"] = "dispatched",
        ["traveller_handed_to_protection"] = "dispatched",
        ["facilitator_handed_to_police"] = "dispatched",
        ["handoff_received"] = "received",
        ["handoff_accepted"] = "accepted",
        ["handoff_returned"] = "returned",
        ["handoff_supplemented"] = "supplemented",
        ["handoff_declined"] = "declined",
        ["handoff_withdrawn"] = "withdrawn",
        ["handoff_followed_up"] = "followedUp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for events that end one stage and begin the next.</summary>
    public static bool Starts(string kind) => Of(kind) is not null and not "accepted" and not "declined" and not "withdrawn" and not "followedUp";

    public static string? Of(string kind) => ByKind.GetValueOrDefault(kind);
}
