using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Advisories;

/// <param name="Outcome">Null while nobody has said what came of it.</param>
public sealed record AdvisoryHit(string Number, string Checkpoint, PersonRef? Person, DateTimeOffset At, HitOutcome? Outcome = null);

/// <param name="Shift">As the checkpoint calls it.</param>
/// <param name="Duty">Code of the shift that it counts for.</param>
public sealed record ShiftWord(string Checkpoint, string Shift, string Duty)
{
    public static ShiftWord Of(TpiAdvisoryAcknowledged said, DateTimeOffset at) =>
        new(said.Checkpoint, said.Shift, Shifts.Meant(said.Checkpoint, said.Shift, at));
}

/// <param name="Since">When the advisory met the shift on duty for the first time.</param>
public sealed record SilentShift(string Checkpoint, string Shift, DateTimeOffset Since);

public sealed record RaisedPosture(string Checkpoint, DateOnly? Until);

/// <summary>An instruction to checkpoints: who has read it, what was met, until when it holds.</summary>
public sealed record TpiAdvisory
{
    public static TpiAdvisory None { get; } = new();

    public TpiAdvisoryPublished? Publication { get; private init; }

    public Officer? PublishedBy { get; private init; }

    public DateTimeOffset PublishedAt { get; private init; }

    /// <summary>Since when it runs: the publication, or the last extension.</summary>
    public DateTimeOffset RunsSince { get; private init; }

    public DateOnly? ValidTo { get; private init; }

    public bool IsExpired { get; private init; }

    public IReadOnlyList<ShiftWord> Acknowledged { get; private init; } = [];

    public IReadOnlyList<RaisedPosture> Postures { get; private init; } = [];

    public IReadOnlyList<AdvisoryHit> Hits { get; private init; } = [];

    /// <summary>It counts to the end of its last day, in WIB.</summary>
    public DateTimeOffset? EndsAt => ValidTo is { } last ? Envelope.EndOf(last) : null;

    /// <summary>Shifts that have not said a word, each once for the life of the advisory: what one shift knows the next one need not.</summary>
    public IEnumerable<SilentShift> Silent => (Publication?.Checkpoints ?? []).SelectMany(SilentAt);

    public AdvisoryHit? FindHit(string number) => Hits.FirstOrDefault(hit => hit.Number == number);

    public static TpiAdvisory Evolve(TpiAdvisory advisory, TpiAdvisoryEvent happened, Envelope envelope) => happened switch
    {
        TpiAdvisoryPublished e => advisory with
        {
            Publication = e, PublishedBy = envelope.By, PublishedAt = envelope.OccurredAt, RunsSince = envelope.OccurredAt, ValidTo = e.ValidTo,
        },
        TpiAdvisoryAcknowledged e => advisory with { Acknowledged = [.. advisory.Acknowledged, ShiftWord.Of(e, envelope.OccurredAt)] },
        TpiPostureRaised e => advisory with { Postures = [.. advisory.Postures, new(e.Checkpoint, e.Until)] },
        AdvisoryHitRecorded e => advisory with { Hits = [.. advisory.Hits, new(e.HitNumber, e.Checkpoint, e.Person, envelope.OccurredAt)] },
        HitOutcomeReported e => advisory with
        {
            Hits = [.. advisory.Hits.Select(hit => hit.Number == e.HitNumber ? hit with { Outcome = e.Outcome } : hit)],
        },
        AdvisoryExtended e => advisory with { ValidTo = e.ValidTo, RunsSince = envelope.OccurredAt },
        AdvisoryExpired => advisory with { IsExpired = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an advisory."),
    };

    private IEnumerable<SilentShift> SilentAt(string checkpoint)
    {
        var zone = Places.ZoneOf(checkpoint).Offset;
        return Shifts.Of(checkpoint, DateOnly.FromDateTime(PublishedAt.ToOffset(zone).DateTime))
            .Where(shift => !Acknowledged.Any(word => word.Checkpoint == checkpoint && word.Duty == shift.Code))
            .Select(shift => new SilentShift(checkpoint, shift.Code, shift.OnDutyFrom(PublishedAt, zone)))
            .Where(silent => silent.Since < EndsAt);
    }
}
