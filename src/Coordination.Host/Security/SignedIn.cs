using Coordination.Domain.Kernel;

namespace Coordination.Host.Security;

/// <summary>Who holds a token, with the rights of now and what was proved for it.</summary>
/// <param name="SecondFactorAt">When the second factor was last proved for this token; null = never.</param>
/// <param name="Scopes">What an agency's system may do with it; null for a person, whose role says it.</param>
/// <param name="Capped">The second factor is demanded here: without it nothing of level R and above is shown or written.</param>
public sealed record SignedIn(Account Account, DateTimeOffset? SecondFactorAt, IReadOnlyList<string>? Scopes, bool Capped)
{
    /// <summary>As it is written into events and asked for visibility.</summary>
    public Officer Officer =>
        Capped && SecondFactorAt is null && Account.Role != OfficerRole.SystemClient && Account.Clearance > Level.T
            ? Account.Officer with { Clearance = Level.T }
            : Account.Officer;
}

/// <summary>The clock that sessions, tokens and one-time codes live by: PostgreSQL's, whatever the demo's clock says.</summary>
public sealed record SessionClock(TimeProvider Time)
{
    public DateTimeOffset Now => Time.GetUtcNow();
}

/// <summary>When a second factor is demanded: always, but for the demo, whose users everybody knows.</summary>
public sealed record SecondFactorPolicy(bool Demanded);
