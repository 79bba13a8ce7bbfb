using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>
/// Stream <c>break_glass</c>: one officer's emergency look into one case of others. Its id follows from both
/// (<see cref="GlassFile.StreamOf"/>). Stored forever: add a V2, never edit.
/// </summary>
public abstract record BreakGlassEvent;

/// <param name="Owner">Agency that opened the case.</param>
/// <param name="Until">At most four hours on.</param>
/// <param name="Supervisors">Reader groups of the user's own heads, who are told with the owner.</param>
/// <param name="Members">
/// Other agencies of the case that are told as well: what they wrote on it is opened with what the owner wrote, and nobody else's. Null in
/// openings of before, which told the owner alone.
/// </param>
[EventName("break_glass_opened")]
public sealed record BreakGlassOpened(
    CaseId Case, string Owner, [Narrative] string Reason, DateTimeOffset Until, IReadOnlyList<string> Supervisors,
    IReadOnlyList<string>? Members = null) : BreakGlassEvent;

/// <param name="ByClock">The time was over; else its user gave it back.</param>
[EventName("break_glass_ended")]
public sealed record BreakGlassEnded(bool ByClock) : BreakGlassEvent;

/// <summary>Somebody else has judged whether it was right.</summary>
[EventName("break_glass_reviewed")]
public sealed record BreakGlassReviewed(GlassFinding Finding, [Narrative] string Note) : BreakGlassEvent;

public enum GlassFinding
{
    Justified,
    Unjustified,
}
