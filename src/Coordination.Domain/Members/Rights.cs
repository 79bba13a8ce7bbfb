using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>Rights that no role brings along; each is granted by name and by two persons.</summary>
public enum Privilege
{
    /// <summary>May open one case of others in an emergency, under notice and review.</summary>
    BreakGlass,
}

/// <summary>What a member may do at a moment.</summary>
/// <param name="Unit">Unit of the own agency.</param>
/// <param name="Scopes">For a system: what its tokens may be used for (<see cref="Members.Scopes"/>); empty for a person.</param>
public sealed record Rights(
    string Unit, OfficerRole Role, Level Clearance, IReadOnlyList<Privilege> Privileges, IReadOnlyList<string> Scopes)
{
    /// <summary>
    /// True when the step from here to there needs a second person: a role that decides over others, clearance for Rahasia and above, or a
    /// privilege. Lowering never does.
    /// </summary>
    public bool NeedsSecondPerson(OfficerRole role, Level clearance, IReadOnlyList<Privilege> privileges) =>
        (role != Role && role is OfficerRole.UnitHead or OfficerRole.Coordinator or OfficerRole.Operator)
        || (clearance > Clearance && clearance >= Level.R)
        || privileges.Except(Privileges).Any();
}

/// <param name="Until">Null = until something else is said.</param>
public sealed record RightsPeriod(DateTimeOffset From, Rights Rights, DateTimeOffset? Until = null)
{
    public bool Covers(DateTimeOffset at) => From <= at && (Until is not { } until || at < until);
}

/// <summary>What the token of an agency's system may be used for.</summary>
public static class Scopes
{
    /// <summary>Send CloudEvents.</summary>
    public const string Events = "events";

    /// <summary>Read what its agency may see.</summary>
    public const string Read = "read";

    /// <summary>Keep a live stream open.</summary>
    public const string Stream = "stream";

    /// <summary>Issue commands.</summary>
    public const string Commands = "commands";

    public static IReadOnlyList<string> All { get; } = [Events, Read, Stream, Commands];
}
