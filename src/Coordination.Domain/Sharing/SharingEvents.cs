using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

/// <summary>
/// Stream <c>sharing</c>, one per thing (any other stream): who may read it beyond, or short of, what its creation says. Stored forever: add
/// a V2, never edit. Read by the owner of the thing and by who acted, nobody else: an audience is its owner's business.
/// </summary>
public abstract record SharingEvent
{
    public abstract SharedThing Thing { get; init; }
}

/// <summary>What is shared: a whole stream, never a single fact of one.</summary>
/// <param name="Stream">Id of its stream.</param>
/// <param name="Kind">Stream type, such as <c>intelligence_report</c>. Filled in by the product.</param>
/// <param name="Owner">Code of the agency that created it. Filled in by the product.</param>
public sealed record SharedThing(Guid Stream, string Kind = "", string Owner = "");

/// <summary>More may read it from now on. A report of intelligence is widened by <c>intelligence_shared</c>, which asks for an answer.</summary>
/// <param name="Caveats">Handling codes added: <c>H1</c>, <c>H2</c>, <c>ORCON</c>.</param>
[EventName("sharing_widened")]
public sealed record SharingWidened(
    SharedThing Thing, IReadOnlyList<Recipient> Recipients, [Narrative] string Reason, IReadOnlyList<string>? Caveats = null) : SharingEvent
{
    public override SharedThing Thing { get; init; } = Thing;
}

/// <summary>From now on only the owner and these read it. Whoever did before is asked to give it back: a recall.</summary>
/// <param name="Keep">Empty withdraws it from all.</param>
/// <param name="Recall">Number of the recall within the thing. Given by the decision.</param>
[EventName("sharing_narrowed")]
public sealed record SharingNarrowed(SharedThing Thing, IReadOnlyList<Recipient> Keep, [Narrative] string Reason, int Recall = 0) : SharingEvent
{
    public override SharedThing Thing { get; init; } = Thing;
}

/// <summary>A unit that had read or exported it says what became of its copies.</summary>
[EventName("recall_acknowledged")]
public sealed record RecallAcknowledged(SharedThing Thing, int Recall, RecallOutcome Outcome, [Narrative] string? Note = null) : SharingEvent
{
    public override SharedThing Thing { get; init; } = Thing;
}

/// <summary>Somebody asks to do what the marking forbids without a yes.</summary>
/// <param name="Recipients">Whom it is to reach; none for <see cref="ConsentKind.CourtUse"/>.</param>
/// <param name="Number">Number of the request within the thing. Given by the decision.</param>
[EventName("consent_requested")]
public sealed record ConsentRequested(
    SharedThing Thing, ConsentKind Kind, IReadOnlyList<Recipient> Recipients, [Narrative] string Reason, int Number = 0) : SharingEvent
{
    public override SharedThing Thing { get; init; } = Thing;
}

[EventName("consent_given")]
public sealed record ConsentGiven(SharedThing Thing, int Number, [Narrative] string? Note = null) : SharingEvent
{
    public override SharedThing Thing { get; init; } = Thing;
}

[EventName("consent_refused")]
public sealed record ConsentRefused(SharedThing Thing, int Number, [Narrative] string Reason) : SharingEvent
{
    public override SharedThing Thing { get; init; } = Thing;
}

public enum ConsentKind
{
    /// <summary>A reader wants others to read what H2 or originator control keeps from them; the owner answers.</summary>
    OnwardSharing,

    /// <summary>A reader wants to use an H1 item in court; the owner answers.</summary>
    CourtUse,

    /// <summary>The owner wants to release a Sangat Rahasia item; a second person of the owner answers.</summary>
    Release,
}

public enum RecallOutcome
{
    /// <summary>Copies existed and are destroyed.</summary>
    Destroyed,

    /// <summary>It was read and nothing was kept.</summary>
    NotStored,
}
