using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

public sealed record AskConsent(ConsentRequested Fact) : SharingCommand
{
    public override SharingEvent Asked => Fact;
}

public static partial class SharingDecider
{
    /// <summary>Asked by a reader, or for a release by the owner; the same question twice while it waits is one request.</summary>
    public static Decision<SharingEvent> Decide(ThingSharing sharing, AskConsent command, Envelope envelope)
    {
        var (fact, marking) = (command.Fact, sharing.Effective(command.Facts.Marking));
        return command switch
        {
            _ when NoReader(command) is { } unknown => unknown,
            _ when !Needs(fact.Kind, marking, IsOwner(command, envelope.By)) => SharingRefusals.ConsentNotNeeded,
            _ when fact.Kind != ConsentKind.CourtUse && RecipientsProblem(marking, fact.Recipients, envelope.RecordedAt) is { } problem => problem,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when sharing.Requests.Any(request => Same(request, fact, envelope)) => Unchanged.Value,
            _ => fact with { Number = sharing.Requests.Count + 1 },
        };
    }

    private static bool Needs(ConsentKind kind, Marking marking, bool byOwner) => kind switch
    {
        ConsentKind.Release => byOwner && marking.Level == Level.SR,
        ConsentKind.CourtUse => !byOwner && marking.Has(Caveat.NotInCourt),
        _ => !byOwner && (marking.IsOriginatorControlled || marking.Level == Level.SR),
    };

    private static bool Same(ConsentRequest request, ConsentRequested fact, Envelope envelope) =>
        request.IsOpenAt(envelope.OccurredAt) && request.Kind == fact.Kind && request.By.Agency == envelope.By.Agency
        && Groups(request.Recipients).ToHashSet(StringComparer.Ordinal).SetEquals(Groups(fact.Recipients));
}
