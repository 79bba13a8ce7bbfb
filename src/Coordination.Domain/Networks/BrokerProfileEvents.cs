using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>
/// Stream <c>broker_profile</c>: one recruiter, sponsor or tout as several agencies have met him, under whatever names and numbers. Stored forever:
/// add a V2, never edit.
/// </summary>
public abstract record BrokerProfileEvent;

/// <param name="Alias">What people call the broker.</param>
/// <param name="Person">Null while nobody knows who it is.</param>
/// <param name="Sources">Events or streams that it was learned from; at least one.</param>
[EventName("broker_profile_opened")]
public sealed record BrokerProfileOpened(
    [Narrative] string Alias,
    [Narrative] string Summary,
    IReadOnlyList<Guid> Sources,
    PersonRef? Person = null,
    CaseId? Case = null) : BrokerProfileEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <summary>One more name.</summary>
[EventName("alias_linked")]
public sealed record AliasLinked([Narrative] string Alias, IReadOnlyList<Guid> Sources) : BrokerProfileEvent;

/// <summary>One more telephone, account or name on a social network.</summary>
[EventName("contact_point_linked")]
public sealed record ContactPointLinked(ContactPointKind Kind, ContactRef Contact, IReadOnlyList<Guid> Sources) : BrokerProfileEvent;

/// <param name="Place">Kemendagri or checkpoint code of where the broker works.</param>
[EventName("area_linked")]
public sealed record AreaLinked(string Place, AreaRole Role, IReadOnlyList<Guid> Sources) : BrokerProfileEvent;

/// <summary>Several profiles turned out to be one broker; this one goes on with what they hold.</summary>
/// <param name="Profiles">The others; each is closed by itself.</param>
[EventName("broker_profile_merged")]
public sealed record BrokerProfileMerged(
    IReadOnlyList<Guid> Profiles, [Narrative] string Reason, IReadOnlyList<Guid> Sources, PersonRef? Person = null)
    : BrokerProfileEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Person);
}

/// <param name="MergedInto">The profile that goes on in its place.</param>
[EventName("broker_profile_closed")]
public sealed record BrokerProfileClosed([Narrative] string Reason, Guid? MergedInto = null) : BrokerProfileEvent;

public enum ContactPointKind
{
    Telephone,
    BankAccount,
    SocialAccount,
}

public enum AreaRole
{
    Recruits,
    Gathers,
    Harbours,
    SendsOff,
    Receives,
}
