using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

/// <summary>What several decisions on services ask.</summary>
public static partial class ProtectionDecider
{
    /// <summary>The government that takes over reads what it is to answer, and LPSK what it is asked.</summary>
    private static IEnumerable<string> Readers(Protection protection) =>
    [
        .. protection.Handover is { } handed ? [Audiences.Unit(handed.Agency, handed.Unit)] : Array.Empty<string>(),
        .. protection.WitnessRequest is null ? Array.Empty<string>() : [Audiences.Agency("LPSK")],
    ];

    /// <summary>Why the service may not be given; null when the person agrees to it.</summary>
    private static Refusal? Unserved(Protection protection, ServiceKind service) => protection switch
    {
        { Person: null } => ProtectionRefusals.Unknown,
        { Closed: not null } => ProtectionRefusals.Closed,
        _ when !protection.Agrees(service) => ProtectionRefusals.NoConsent with { Details = [service.ToString()] },
        _ => null,
    };

    private static bool IsToldAgain(Protection protection, ProtectionEvent fact, Envelope envelope) =>
        Protection.KeyOf(fact, envelope) is { } key && protection.Done.Contains(key);

    private static Refusal? WrongPerson(Protection protection, PersonRef? told) => (protection.Person, told) switch
    {
        (null, null) => ProtectionRefusals.PersonMissing,
        ({ } known, { } other) when known != other => ProtectionRefusals.OtherPerson,
        _ => null,
    };

    private static Refusal? WrongGiver(bool isChild, ConsentGiver giver) => (isChild, giver) switch
    {
        (true, ConsentGiver.Self) => ProtectionRefusals.GuardianNeeded,
        (false, ConsentGiver.Parent or ConsentGiver.Institution) => ProtectionRefusals.OwnConsentNeeded,
        _ => null,
    };
}
