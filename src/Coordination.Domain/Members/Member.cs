using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A person or system of an agency: what it may do from when to when, and what waits for a second person.</summary>
public sealed record Member
{
    public static Member None { get; } = new();

    /// <summary>Empty until appointed.</summary>
    public string Username { get; init; } = "";

    public string Agency { get; init; } = "";

    public bool IsSystem { get; init; }

    /// <summary>As rows had it before <see cref="Disablements"/>; true in none that is folded now.</summary>
    public bool Disabled { get; init; }

    /// <summary>When it was, is and will be disabled.</summary>
    public ImmutableList<Spell> Disablements { get; init; } = [];

    /// <summary>End of the appointment; null while it has none.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>In the order in which they were said: of those that cover a moment, the last one counts.</summary>
    public ImmutableList<RightsPeriod> Periods { get; init; } = [];

    public ImmutableDictionary<Guid, Proposed> Proposals { get; init; } = ImmutableDictionary<Guid, Proposed>.Empty;

    /// <summary>The newest secret of a system.</summary>
    public Guid? Secret { get; init; }

    /// <param name="By">Who proposed; the same person cannot confirm.</param>
    public sealed record Proposed(RightsProposed Fact, string By);

    public static Guid StreamOf(string username) => DeterministicId.From($"officer/{username}");

    public bool IsDisabledAt(DateTimeOffset at) => Disabled || Disablements.HoldAt(at);

    /// <summary>The rights of a moment; null when there are none: not appointed yet, no longer, or disabled.</summary>
    public Rights? RightsAt(DateTimeOffset at) =>
        IsDisabledAt(at) || (Until is { } until && at >= until) ? null : Periods.LastOrDefault(period => period.Covers(at))?.Rights;

    /// <summary>Who it is, as written into events; null when there are no rights.</summary>
    public Officer? OfficerAt(DateTimeOffset at) =>
        RightsAt(at) is { } rights ? new Officer(Username, Agency, rights.Unit, rights.Role, rights.Clearance) : null;

    public static Member Evolve(Member member, OfficerEvent happened, Envelope envelope) => happened switch
    {
        OfficerAppointed e => Begun(e.Username, e.Agency, e.From ?? envelope.RecordedAt, e.Until, new(e.Unit, OfficerRole.Officer, Level.T, [], [])),
        ClientRegistered e => Begun(e.Username, e.Agency, e.From ?? envelope.RecordedAt, e.Until, new(e.Unit, OfficerRole.SystemClient, Level.T, [], e.Scopes)),
        OfficerMoved e => member.Moved(e.Unit, e.From ?? envelope.RecordedAt),
        RightsGranted e => member.From(e.From ?? envelope.RecordedAt, e.Until, Granted(e.Role, e.Clearance, e.Privileges)),
        RightsProposed e => member with { Proposals = member.Proposals.SetItem(e.Grant, new(e, envelope.By.Id)) },
        RightsConfirmed e => member.Confirmed(e.Grant, envelope.RecordedAt),
        RightsDeclined e => member with { Proposals = member.Proposals.Remove(e.Grant) },
        OfficerDisabled e => member with { Disablements = member.Disablements.Add(new(true, e.From ?? envelope.RecordedAt, e.Until)) },
        OfficerEnabled e => member with { Disablements = member.Disablements.Add(new(false, e.From ?? envelope.RecordedAt)) },
        OfficerInvited => member,
        ClientSecretIssued e => member with { Secret = e.Key },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a member."),
    };

    private static Member Begun(string username, string agency, DateTimeOffset from, DateTimeOffset? until, Rights rights) => None with
    {
        Username = username, Agency = agency, IsSystem = rights.Role == OfficerRole.SystemClient, Until = until, Periods = [new(from, rights)],
    };

    private static Func<Rights, Rights> Granted(OfficerRole role, Level clearance, IReadOnlyList<Privilege> privileges) =>
        rights => rights with { Role = role, Clearance = clearance, Privileges = privileges };

    private Member Confirmed(Guid grant, DateTimeOffset now)
    {
        if (!Proposals.TryGetValue(grant, out var proposed))
            return this;
        var (fact, rest) = (proposed.Fact, this with { Proposals = Proposals.Remove(grant) });
        // Nobody had them before the second person said so.
        var from = fact.From is { } wanted && wanted > now ? wanted : now;
        return rest.From(from, fact.Until, Granted(fact.Role, fact.Clearance, fact.Privileges));
    }

    /// <summary>Rights that were given and not taken at a moment, disabled or not; the least there are when there were none.</summary>
    public Rights HeldAt(DateTimeOffset at) => Periods.LastOrDefault(period => period.Covers(at))?.Rights ?? Least;

    /// <summary>Rights of one period that holds all that time; the least there are when none does.</summary>
    public Rights HeldThroughout(DateTimeOffset from, DateTimeOffset? until) =>
        Periods.LastOrDefault(period => period.Covers(from) && (period.Until is not { } end || until <= end))?.Rights ?? Least;

    private static Rights Least { get; } = new("", OfficerRole.Officer, Level.T, [], []);

    /// <summary>In another unit from then on; what was given for a time ends when it would have ended.</summary>
    private Member Moved(string unit, DateTimeOffset from) => this with
    {
        Periods =
        [
            .. Periods,
            .. Periods.Where(period => period.Until is not { } until || until > from).Select(period => period with
            {
                From = period.From > from ? period.From : from, Rights = period.Rights with { Unit = unit },
            }),
        ],
    };

    private Member From(DateTimeOffset from, DateTimeOffset? until, Func<Rights, Rights> change) =>
        (Periods.LastOrDefault(period => period.Covers(from)) ?? Periods.LastOrDefault()) is { } before
            ? this with { Periods = Periods.Add(new(from, change(before.Rights), until)) }
            : this;
}
