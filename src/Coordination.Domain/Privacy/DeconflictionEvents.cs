using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Stream <c>deconfliction</c>: one question. Stored forever: add a V2, never edit.</summary>
public abstract record DeconflictionEvent;

/// <summary>"Does anyone know this?", and what the asking agency was told: whom to call, and nothing else.</summary>
/// <param name="Sought">Keyed hashes of what was asked for, made for questions alone: never a value, and no index of the vault.</param>
/// <param name="Contacts">One desk per agency that knows it and lets that be known. Empty also where somebody keeps silent.</param>
/// <param name="Operation">Name of the operation that it is for, where there is no case.</param>
[EventName("deconfliction_asked")]
public sealed record DeconflictionAsked(
    SoughtBy SoughtBy,
    IReadOnlyList<string> Sought,
    InquiryPurpose Purpose,
    IReadOnlyList<ContactDesk> Contacts,
    CaseId? Case = null,
    string? Operation = null) : DeconflictionEvent;

/// <summary>Whom to call.</summary>
public sealed record ContactDesk(string Agency, string Unit, string Desk);

/// <summary>What a question is about.</summary>
public enum SoughtBy
{
    Nik,
    Passport,
    Contact,
    NameAndBirthDate,
}

/// <summary>Why somebody asks for a person (UU 27/2022 Ps 20: no processing without a purpose).</summary>
public enum InquiryPurpose
{
    Investigation,
    VictimProtection,
    BorderScreening,
    JointOperation,

    /// <summary>To answer the person itself.</summary>
    SubjectRequest,
}
