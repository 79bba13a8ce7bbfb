using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.EventStore;
using Coordination.Projections;
using Coordination.Projections.Sharing;

namespace Coordination.Host.Sharing;

/// <summary>One change of the audience, or what was asked of it.</summary>
public sealed record SharingStep(DateTimeOffset At, string Agency, string Unit, string Officer, string Kind, Wording Sentence, string? Reason);

/// <param name="Keep">Groups that still read it after this narrowing.</param>
/// <param name="Units">Who had read it and must answer.</param>
/// <param name="Overdue">Past its time with an answer still owed.</param>
public sealed record RecallView(
    int Number, DateTimeOffset At, DateTimeOffset DueAt, IReadOnlyList<string> Keep, bool Overdue, IReadOnlyList<RecallLine> Units);

/// <summary>The audience of a thing. Only its owner is told names: who reads it, who had read it, what was asked and done.</summary>
/// <param name="Kind">Stream type, such as <c>intelligence_report</c>.</param>
/// <param name="Mine">The asking agency owns it.</param>
/// <param name="Marking">As it stands now; for others than the owner with their own groups only.</param>
/// <param name="Steps">Empty for others than the owner.</param>
/// <param name="Recalls">Empty for others than the owner.</param>
/// <param name="Consents">All for the owner; those of the own unit for anybody else.</param>
public sealed record SharingView(
    Guid Id, string Kind, string Owner, bool Mine, Marking Marking, IReadOnlyList<SharingStep> Steps, IReadOnlyList<RecallView> Recalls,
    IReadOnlyList<Consent> Consents);

/// <summary>Tells what there is to know of a thing's audience, to who may know it.</summary>
internal sealed class SharingReport(
    Things things, Recalls recalls, ConsentQueries consents, EventLog log, EventSentences sentences, TimeProvider clock)
{
    /// <returns>Null when the viewer may not read the thing, exactly as when there is none.</returns>
    public async Task<SharingView?> Of(Viewer viewer, Guid id, CancellationToken ct)
    {
        if (await things.FindFor(viewer, id, ct) is not { } thing)
            return null;
        var now = clock.GetUtcNow();
        var mine = thing.Thing.Owner == viewer.Officer.Agency;
        var asked = await consents.List(viewer, id, false, now, ct);
        var marking = Visibility.AsTold(viewer, thing.Marking, thing.Thing.Owner);
        return mine
            ? new(id, thing.Thing.Kind, thing.Thing.Owner, true, marking, await Steps(id, ct), await Recalled(thing, now, ct), asked)
            : new(id, thing.Thing.Kind, thing.Thing.Owner, false, marking, [], [], asked);
    }

    private async Task<IReadOnlyList<SharingStep>> Steps(Guid id, CancellationToken ct) =>
        [.. (await log.FetchStream(SharingDecider.StreamOf(id), ct)).Select(Step)];

    private SharingStep Step(Recorded recorded)
    {
        var stored = EnvelopeHeaders.Read(recorded.Headers.Span, recorded.UserName ?? "", recorded.Timestamp);
        var by = stored.Envelope.By;
        var told = new EventTold(recorded.Type.Alias, recorded.Data, stored.Envelope, stored.Persons, recorded.Position);
        return new(
            stored.Envelope.OccurredAt, by.Agency, by.Unit, by.Id, recorded.Type.Alias, sentences.Of(told), recorded.Body switch
            {
                SharingWidened e => e.Reason,
                SharingNarrowed e => e.Reason,
                ConsentRequested e => e.Reason,
                ConsentRefused e => e.Reason,
                ConsentGiven e => e.Note,
                RecallAcknowledged e => e.Note,
                _ => null,
            });
    }

    private async Task<IReadOnlyList<RecallView>> Recalled(SharedState thing, DateTimeOffset now, CancellationToken ct)
    {
        if (thing.Sharing.Recalls.Count == 0)
            return [];
        var lines = await recalls.Of(thing.Thing.Stream, ct);
        return
        [
            .. thing.Sharing.Recalls.Zip(thing.Sharing.Within, (recall, keep) => new RecallView(
                recall.Number, recall.At, recall.Due, keep, recall.Due < now && lines[recall.Number].Any(line => line.Outcome is null),
                [.. lines[recall.Number]])),
        ];
    }
}
