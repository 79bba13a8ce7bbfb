using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Stream <c>subject_request</c>: what a person asks about its own data (UU 27/2022 Ps 5-15). Stored forever: add a V2, never edit.</summary>
public abstract record SubjectRequestEvent;

/// <param name="Reference">The agency's own number of the letter or call.</param>
[EventName("data_subject_request_received")]
public sealed record DataSubjectRequestReceived(PersonRef Subject, DataRight Right, string Reference, [Narrative] string? Note = null)
    : SubjectRequestEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each(Subject);
}

/// <param name="Note">What was given, corrected or restricted, and how the person was told.</param>
[EventName("data_subject_request_fulfilled")]
public sealed record DataSubjectRequestFulfilled([Narrative] string Note) : SubjectRequestEvent;

[EventName("data_subject_request_refused")]
public sealed record DataSubjectRequestRefused(LawfulLimit Limit, [Narrative] string Note) : SubjectRequestEvent;

/// <summary>An erasure is not done here: it goes to the erasure workflow with its hold check and its two persons.</summary>
/// <param name="Erasure">Stream of the erasure.</param>
[EventName("data_subject_request_handed_to_erasure")]
public sealed record DataSubjectRequestHandedToErasure(Guid Erasure) : SubjectRequestEvent;

/// <summary>Rights of UU 27/2022.</summary>
public enum DataRight
{
    /// <summary>Ps 7.</summary>
    Access,

    /// <summary>Ps 6.</summary>
    Correction,

    /// <summary>Ps 8.</summary>
    Erasure,

    /// <summary>Ps 10 and 11: objection and restriction.</summary>
    Objection,
}

/// <summary>Where the law lets an agency say no.</summary>
public enum LawfulLimit
{
    /// <summary>Law enforcement (Ps 15).</summary>
    LawEnforcement,

    /// <summary>The data belong to a legal process that is not settled (Ps 44).</summary>
    LegalProcess,

    /// <summary>It would endanger the person itself or another.</summary>
    Danger,

    /// <summary>Who asks could not show to be the person.</summary>
    IdentityNotShown,
}
