using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Stream <c>network_link</c>: that two ends of a network belong together, as an analyst reads a source. Stored forever: add a V2, never edit.</summary>
public abstract record NetworkLinkEvent;

/// <param name="Confidence">Above 0, at most 1.</param>
/// <param name="Source">The event or stream that it is read from.</param>
[EventName("network_link_asserted")]
public sealed record NetworkLinkAsserted(
    NetworkEnd From,
    NetworkEnd To,
    NetworkLinkType Type,
    decimal Confidence,
    Guid Source,
    [Narrative] string? Explanation = null,
    CaseId? Case = null) : NetworkLinkEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(From.Person, To.Person);
}

/// <summary>From a second source, or by a second person.</summary>
[EventName("network_link_confirmed")]
public sealed record NetworkLinkConfirmed(decimal Confidence, Guid? Source = null, [Narrative] string? Explanation = null) : NetworkLinkEvent;

[EventName("network_link_retracted")]
public sealed record NetworkLinkRetracted([Narrative] string Reason) : NetworkLinkEvent;

/// <summary>One end of a link: exactly what its kind says.</summary>
/// <param name="Stream">Of a broker profile, a placement company (P3MI) or a watched thing.</param>
/// <param name="Name">Of a thing that has no stream: a vessel, a vehicle, a house.</param>
public sealed record NetworkEnd(NetworkEndKind Kind, PersonRef? Person = null, Guid? Stream = null, [Narrative] string? Name = null);

public enum NetworkEndKind
{
    Person,
    BrokerProfile,

    /// <summary>A licensed placement company (P3MI).</summary>
    PlacementCompany,

    /// <summary>A vessel, vehicle, house, account or unlicensed company.</summary>
    Entity,
}

public enum NetworkLinkType
{
    RecruitsFor,
    WorksWith,
    FundedBy,
    ControlledBy,
    Transports,
    Harbours,
    RelatedTo,
    SharesContact,
}
