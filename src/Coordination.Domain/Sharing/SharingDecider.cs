using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Sharing;

/// <summary>A wish about the audience of a thing; carries the fact that it asks to record.</summary>
public abstract record SharingCommand
{
    public abstract SharingEvent Asked { get; }

    /// <summary>Filled in by the write path.</summary>
    public ThingFacts Facts { get; init; } = ThingFacts.OnPaper;
}

public static partial class SharingDecider
{
    public static StreamKind<ThingSharing, SharingEvent, SharingCommand> Kind { get; } =
        new("sharing", ThingSharing.None, ThingSharing.Evolve, Decide, CommandFor);

    /// <summary>The one sharing stream of a thing.</summary>
    public static Guid StreamOf(Guid thing) => DeterministicId.From($"sharing/{thing}");

    public static Decision<SharingEvent> Decide(ThingSharing sharing, SharingCommand command, Envelope envelope) => command switch
    {
        WidenSharing c => Decide(sharing, c, envelope),
        NarrowSharing c => Decide(sharing, c, envelope),
        AcknowledgeRecall c => Decide(sharing, c, envelope),
        AskConsent c => Decide(sharing, c, envelope),
        GiveConsent c => Decide(sharing, c, envelope),
        RefuseConsent c => Decide(sharing, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static SharingCommand CommandFor(SharingEvent fact) => fact switch
    {
        SharingWidened e => new WidenSharing(e),
        SharingNarrowed e => new NarrowSharing(e),
        RecallAcknowledged e => new AcknowledgeRecall(e),
        ConsentRequested e => new AskConsent(e),
        ConsentGiven e => new GiveConsent(e),
        ConsentRefused e => new RefuseConsent(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>For who may not read the thing it does not exist, in the agency that owns it as well; null for a reader.</summary>
    private static Refusal? NoReader(SharingCommand command) => command.Facts.Sight == Sight.Full ? null : SharingRefusals.Unknown;

    private static bool IsOwner(SharingCommand command, Officer by) => command.Asked.Thing.Owner == by.Agency;

    /// <summary>Who may be the second person of an agency.</summary>
    private static bool MayDecideForAgency(Officer by) => by.Role is OfficerRole.UnitHead or OfficerRole.Coordinator;

    private static Refusal? RecipientsProblem(Marking marking, IReadOnlyList<Recipient> recipients, DateTimeOffset at) =>
        Input.Empty("recipients", recipients)
        ?? recipients.Select(to => Units.Unreachable(at, to.Agency, to.Unit)).FirstOrDefault(no => no is not null)
        ?? (marking.Level == Level.SR && recipients.Any(to => to.Officer is null) ? SharingRefusals.NamedOfficersOnly : null);
}
