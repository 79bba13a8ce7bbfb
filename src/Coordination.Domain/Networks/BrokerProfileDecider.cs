using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>A wish about a broker profile; carries the fact that it asks to record.</summary>
public abstract record BrokerProfileCommand;

public static partial class BrokerProfileDecider
{
    public static StreamKind<BrokerProfile, BrokerProfileEvent, BrokerProfileCommand> Kind { get; } =
        new("broker_profile", BrokerProfile.None, BrokerProfile.Evolve, Decide, CommandFor, profile => Persona.Each(profile.Person), Readers);

    public static Decision<BrokerProfileEvent> Decide(BrokerProfile profile, BrokerProfileCommand command, Envelope envelope) => command switch
    {
        OpenBrokerProfile c => Decide(profile, c),
        LinkAlias c => Decide(profile, c),
        LinkContactPoint c => Decide(profile, c),
        LinkArea c => Decide(profile, c),
        MergeBrokerProfiles c => Decide(profile, c),
        CloseBrokerProfile c => Decide(profile, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static BrokerProfileCommand CommandFor(BrokerProfileEvent fact) => fact switch
    {
        BrokerProfileOpened e => new OpenBrokerProfile(e),
        AliasLinked e => new LinkAlias(e),
        ContactPointLinked e => new LinkContactPoint(e),
        AreaLinked e => new LinkArea(e),
        BrokerProfileMerged e => new MergeBrokerProfiles(e),
        BrokerProfileClosed e => new CloseBrokerProfile(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    private static IEnumerable<string> Readers(BrokerProfile profile) => profile.Contributors.Select(Audiences.Agency);

    /// <summary>Why nothing can be added; null when something can. Whoever comes late learns where the broker went on.</summary>
    private static Refusal? CannotAdd(BrokerProfile profile, IReadOnlyList<Guid> sources) => profile switch
    {
        { IsOpened: false } => BrokerProfileRefusals.Unknown,
        { MergedInto: { } other } => BrokerProfileRefusals.Merged with { Details = [other.ToString()] },
        { IsClosed: true } => BrokerProfileRefusals.Closed,
        _ => Input.Empty("sources", sources),
    };
}
