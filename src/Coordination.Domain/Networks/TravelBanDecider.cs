using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>A wish about a travel ban; carries the fact that it asks to record.</summary>
public abstract record TravelBanCommand;

/// <summary>A wish that bears on the person: refused for a suspected victim.</summary>
public abstract record PunitiveBanCommand : TravelBanCommand
{
    /// <summary>What any agency holds about the person as victim, at this moment. Filled in by the write path.</summary>
    public VictimStatus PersonStatus { get; init; } = VictimStatus.NotAssessed;
}

public static partial class TravelBanDecider
{
    public static StreamKind<TravelBan, TravelBanEvent, TravelBanCommand> Kind { get; } =
        new("travel_ban", TravelBan.None, TravelBan.Evolve, Decide, CommandFor, ban => Persona.Each(ban.Person), Readers, lapses: Lapses);

    public static Decision<TravelBanEvent> Decide(TravelBan ban, TravelBanCommand command, Envelope envelope) => command switch
    {
        RequestUrgentExitBan c => Decide(ban, c, envelope),
        EnterExitBan c => Decide(ban, c),
        DecideExitBan c => Decide(ban, c, envelope),
        ExtendExitBan c => Decide(ban, c, envelope),
        LapseExitBan c => Decide(ban, c, envelope),
        LiftExitBan c => Decide(ban, c, envelope),
        RequestEntryBan c => Decide(ban, c, envelope),
        EnterEntryBan c => Decide(ban, c, envelope),
        ExtendEntryBan c => Decide(ban, c, envelope),
        LapseEntryBan c => Decide(ban, c, envelope),
        LiftEntryBan c => Decide(ban, c, envelope),
        SuspendTravelBan c => Decide(ban, c),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static TravelBanCommand CommandFor(TravelBanEvent fact) => fact switch
    {
        UrgentExitBanRequested e => new RequestUrgentExitBan(e),
        ExitBanEntered e => new EnterExitBan(e),
        ExitBanDecided e => new DecideExitBan(e),
        ExitBanExtended e => new ExtendExitBan(e),
        ExitBanLapsed e => new LapseExitBan(e),
        ExitBanLifted e => new LiftExitBan(e),
        EntryBanRequested e => new RequestEntryBan(e),
        EntryBanEntered e => new EnterEntryBan(e),
        EntryBanExtended e => new ExtendEntryBan(e),
        EntryBanLapsed e => new LapseEntryBan(e),
        EntryBanLifted e => new LiftEntryBan(e),
        TravelBanSuspended e => new SuspendTravelBan(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Whoever asked for it, and the border that carries it out.</summary>
    private static IEnumerable<string> Readers(TravelBan ban) => ban.Requester is { } requester
        ? [Audiences.Unit(requester.Agency, requester.Unit), Audiences.Agency(Agencies.Immigration)]
        : [];

    private static IEnumerable<Lapse> Lapses(TravelBan ban) => ban switch
    {
        { Lapse: { } lapse, Direction: BanDirection.Entry, Until: { } last } => [new Lapse(lapse.Due, new EntryBanLapsed(last))],
        { Lapse: { } lapse } => [new Lapse(lapse.Due, new ExitBanLapsed(lapse.Ground))],
        _ => [],
    };

    /// <summary>No ban of that direction, one that is over, or a person under the shield; null when none of them.</summary>
    private static Refusal? Barred(TravelBan ban, BanDirection direction, PunitiveBanCommand command) => ban switch
    {
        _ when ban.Direction != direction => TravelBanRefusals.Unknown,
        { IsOver: true } => TravelBanRefusals.Over,
        _ when VictimShield.Covers(command.PersonStatus) => TravelBanRefusals.VictimShield,
        _ => null,
    };

    private static Refusal? NotRequester(TravelBan ban, Officer by) =>
        by.Agency == ban.Requester?.Agency ? null : TravelBanRefusals.NotRequester;
}
