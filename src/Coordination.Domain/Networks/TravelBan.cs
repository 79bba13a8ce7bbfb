using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

public sealed record BanEnd(DateTimeOffset Due, BanLapse Ground);

public enum BanDirection
{
    None,
    Exit,
    Entry,
}

/// <summary>A ban and its statutory clock.</summary>
public sealed record TravelBan
{
    public static TravelBan None { get; } = new();

    public BanDirection Direction { get; private init; }

    public PersonRef? Person { get; private init; }

    /// <summary>Who asked for it and may let it go.</summary>
    public Officer? Requester { get; private init; }

    public CaseId? Case { get; private init; }

    /// <summary>Number of the urgent request or the request for an entry ban.</summary>
    public string? RequestNumber { get; private init; }

    /// <summary>When it was asked of the checkpoints; null for a ban that began with its decision.</summary>
    public DateTimeOffset? UrgentSince { get; private init; }

    public string? EntryNumber { get; private init; }

    /// <summary>Number of the decree that it rests on.</summary>
    public string? DecreeNumber { get; private init; }

    /// <summary>Number of the decree that extended it last.</summary>
    public string? ExtensionNumber { get; private init; }

    public DateOnly? From { get; private init; }

    public DateOnly? Until { get; private init; }

    public DateTimeOffset? RunsSince { get; private init; }

    public bool IsExtended { get; private init; }

    public bool IsLifted { get; private init; }

    public BanLapse? Lapsed { get; private init; }

    public bool IsShielded { get; private init; }

    public bool IsOver => IsLifted || IsShielded || Lapsed is not null;

    /// <summary>
    /// The twentieth day after an urgent request that nobody has decided on, counted from the day that it was where it was asked. It ends in WIB, where
    /// a day ends last: nowhere in the country is a ban over before its day is.
    /// </summary>
    public DateOnly? DecisionBy => this is { UrgentSince: { } since, Until: null, Requester: { } requester }
        ? Units.ZoneOf(requester.Agency, requester.Unit).DayOf(since).AddDays(ServiceLevels.UrgentExitBanDays)
        : null;

    public DateTimeOffset? DecisionDue => DecisionBy is { } last ? Envelope.EndOf(last) : null;

    /// <summary>
    /// The last day on which an extension can still arrive; null where there is none to come. An exit ban has one, an entry ban one after the other.
    /// </summary>
    public DateOnly? ExtendBy => Direction switch
    {
        BanDirection.Exit when !IsExtended => Until?.AddDays(-ServiceLevels.BanExtensionAheadDays),
        BanDirection.Entry => Until,
        _ => null,
    };

    public bool IsInForceOn(DateOnly day) => !IsOver && EntryNumber is not null && (Until is { } last ? From <= day && day <= last : UrgentSince is not null);

    /// <summary>How and when it ends by law; null for an entry ban that is not in the list yet.</summary>
    public BanEnd? Lapse => this switch
    {
        { IsOver: true } => null,
        { DecisionDue: { } due } => new(due, BanLapse.NoFormalDecision),
        { Until: { } last } => new(Envelope.EndOf(last), BanLapse.PeriodOver),
        _ => null,
    };

    public static TravelBan Evolve(TravelBan ban, TravelBanEvent happened, Envelope envelope) => happened switch
    {
        UrgentExitBanRequested e => ban.Asked(BanDirection.Exit, e.Person, e.Case, envelope) with
        {
            RequestNumber = e.RequestNumber, UrgentSince = envelope.OccurredAt,
        },
        ExitBanEntered e => ban with { EntryNumber = e.EntryNumber },
        ExitBanDecided e => ban.Asked(BanDirection.Exit, e.Person, e.Case, envelope) with
        {
            DecreeNumber = e.DecreeNumber, From = e.From, Until = e.Until, RunsSince = envelope.OccurredAt,
        },
        ExitBanExtended e => ban with { ExtensionNumber = e.DecreeNumber, Until = e.Until, IsExtended = true, RunsSince = envelope.OccurredAt },
        ExitBanLapsed e => ban with { Lapsed = e.Ground },
        ExitBanLifted => ban with { IsLifted = true },
        EntryBanRequested e => ban.Asked(BanDirection.Entry, e.Person, e.Case, envelope) with { RequestNumber = e.RequestNumber },
        EntryBanEntered e => ban with { EntryNumber = e.EntryNumber, From = envelope.Day, Until = e.Until, RunsSince = envelope.OccurredAt },
        EntryBanExtended e => ban with { ExtensionNumber = e.DecreeNumber, Until = e.Until, RunsSince = envelope.OccurredAt },
        EntryBanLapsed => ban with { Lapsed = BanLapse.PeriodOver },
        EntryBanLifted => ban with { IsLifted = true },
        TravelBanSuspended => ban with { IsShielded = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a travel ban."),
    };

    private TravelBan Asked(BanDirection direction, PersonRef person, CaseId? held, Envelope envelope) =>
        this with { Direction = direction, Person = person, Requester = Requester ?? envelope.By, Case = held ?? Case };
}
