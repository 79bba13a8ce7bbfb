using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public enum ConsentState
{
    Given,
    Declined,
    Withdrawn,
}

public sealed record ServiceConsent(ConsentState State, ConsentGiver By, DateTimeOffset At)
{
    /// <summary>How often it was given by now: whoever agrees again after a withdrawal waits anew.</summary>
    [JsonIgnore]
    public int Times { get; init; }
}

/// <summary>A handover to a regional government.</summary>
public sealed record LocalHandover(string Agency, string Unit, DateTimeOffset At, bool IsAcknowledged = false);

/// <summary>What is done for one person.</summary>
public sealed partial record Protection
{
    public static Protection None { get; } = new();

    public PersonRef? Person { get; private init; }

    /// <summary>Where the person is sheltered; null when nowhere.</summary>
    public string? Shelter { get; private init; }

    /// <summary>The person was sheltered at some time.</summary>
    public bool WasSheltered { get; private init; }

    public bool IsChild { get; private init; }

    public CaseId? Case { get; private init; }

    /// <summary>Who began the services: the unit that hears when one is late.</summary>
    public Officer? Lead { get; private init; }

    public string? Place { get; private init; }

    public ImmutableSortedDictionary<ServiceKind, ServiceConsent> Consents { get; private init; } =
        ImmutableSortedDictionary<ServiceKind, ServiceConsent>.Empty;

    /// <summary>What was done, each with its day: told again it is the same.</summary>
    public ImmutableSortedSet<string> Done { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public DateTimeOffset? HealthAssessedAt { get; private init; }

    public DateTimeOffset? PsychosocialAssessedAt { get; private init; }

    public ServicePlanAgreed? Plan { get; private init; }

    /// <summary>Sessions by number: attended or missed.</summary>
    public ImmutableSortedDictionary<int, bool> Sessions { get; private init; } = ImmutableSortedDictionary<int, bool>.Empty;

    public DateTimeOffset? LastSessionAt { get; private init; }

    public DateTimeOffset? LegalAidAt { get; private init; }

    public WitnessProtectionRequested? WitnessRequest { get; private init; }

    public WitnessProtectionGranted? WitnessGrant { get; private init; }

    public RepatriationPlanned? Return { get; private init; }

    public DateTimeOffset? ReturnPlannedAt { get; private init; }

    public DateTimeOffset? ArrivedAt { get; private init; }

    public LocalHandover? Handover { get; private init; }

    public ReintegrationPlanAgreed? Reintegration { get; private init; }

    /// <summary>When the first plan was agreed: visits count from then.</summary>
    public DateTimeOffset? ReintegrationSince { get; private init; }

    /// <summary>Visits: whether the person was met, and when.</summary>
    public ImmutableSortedDictionary<FollowUp, FollowUpVisit> FollowUps { get; private init; } = ImmutableSortedDictionary<FollowUp, FollowUpVisit>.Empty;

    public ReintegrationEnd? Closed { get; private init; }

    public DateTimeOffset? ReVictimisedAt { get; private init; }

    public bool Agrees(ServiceKind service) => Consents.GetValueOrDefault(service) is { State: ConsentState.Given };

    public static Protection Evolve(Protection protection, ProtectionEvent happened, Envelope envelope)
    {
        var next = protection with
        {
            Lead = protection.Lead ?? envelope.By, Place = envelope.Place ?? protection.Place,
            Done = KeyOf(happened, envelope) is { } key ? protection.Done.Add(key) : protection.Done,
        };
        return next.Consented(happened, envelope) ?? next.Cared(happened, envelope) ?? next.Helped(happened) ?? next.Returned(happened, envelope)
            ?? next.Reintegrated(happened, envelope)
            ?? throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a protection.");
    }
}

public sealed record FollowUpVisit(bool Met, DateTimeOffset At);
