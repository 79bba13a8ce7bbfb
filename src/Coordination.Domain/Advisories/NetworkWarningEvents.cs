using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

/// <summary>
/// Stream <c>network_warning</c>: what the police know of a network on the move, for the border to act on (MoU Polri–Imipas, 4 August 2025). Stored
/// forever: add a V2, never edit.
/// </summary>
public abstract record NetworkWarningEvent;

/// <param name="Network">What the network is called among those who follow it.</param>
/// <param name="Route">How it travels.</param>
/// <param name="Nationalities">ISO 3166 codes of the travellers' nationalities; none for any.</param>
/// <param name="Checkpoints">Checkpoints that it is expected at; none where that is not known.</param>
[EventName("network_warning_issued")]
public sealed record NetworkWarningIssued(
    string WarningNumber,
    [Narrative] string Network,
    [Narrative] string Route,
    DateOnly From,
    DateOnly Until,
    IReadOnlyList<string>? Nationalities = null,
    IReadOnlyList<string>? Checkpoints = null,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null) : NetworkWarningEvent;

/// <summary>What the border made of the warning (umpan balik).</summary>
/// <param name="Advisory">The instruction to the checkpoints that it came of.</param>
/// <param name="Hits">How many were met of whom it warned.</param>
/// <param name="Misses">How many were stopped and had nothing to do with it.</param>
[EventName("warning_feedback_sent")]
public sealed record WarningFeedbackSent(int Hits, int Misses, [Narrative] string Summary, Guid? Advisory = null) : NetworkWarningEvent;

/// <summary>Written by the product: checkpoints were instructed on the strength of this warning.</summary>
[EventName("warning_advised")]
public sealed record WarningAdvised(Guid Advisory, string AdvisoryNumber) : NetworkWarningEvent;

/// <summary>Written by the product: a checkpoint has said what a hit came to, so the police are owed an answer. What it came to is in the answer.</summary>
[EventName("warning_outcome_noted")]
public sealed record WarningOutcomeNoted(Guid Advisory, string HitNumber) : NetworkWarningEvent;
