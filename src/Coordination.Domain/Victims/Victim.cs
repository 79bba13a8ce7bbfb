using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

/// <summary>What one agency holds about the person.</summary>
/// <param name="IsDetermined">A decision. Without it: a referral or a screening, which shields until somebody has decided.</param>
public sealed record VictimWord(VictimStatus Status, bool IsDetermined);

/// <summary>What all agencies hold about one person as victim.</summary>
public sealed record Victim
{
    public static Victim None { get; } = new();

    public PersonRef? Person { get; private init; }

    public bool IsChild { get; private init; }

    public CaseId? Case { get; private init; }

    /// <summary>Who came first: the unit that hears when a step is late.</summary>
    public Officer? FirstBy { get; private init; }

    public string? Place { get; private init; }

    /// <summary>Since when a referral waits for a screening; null when none does.</summary>
    public DateTimeOffset? UnscreenedSince { get; private init; }

    /// <summary>Since when a screening waits for a decision; null when none does.</summary>
    public DateTimeOffset? UndecidedSince { get; private init; }

    public VictimScreened? Screening { get; private init; }

    /// <summary>By agency.</summary>
    public ImmutableSortedDictionary<string, VictimStatus> Determinations { get; private init; } =
        ImmutableSortedDictionary.Create<string, VictimStatus>(StringComparer.Ordinal);

    /// <summary>Agencies that suspect it, and nobody has decided since.</summary>
    public ImmutableSortedSet<string> Suspicions { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ReflectionPeriodGranted? Reflection { get; private init; }

    public DateTimeOffset? ReflectionSince { get; private init; }

    /// <summary>The strongest word of any agency: the one that holds for the shield.</summary>
    public VictimStatus Strongest => Words.Select(word => word.Word.Status).DefaultIfEmpty().Max();

    public IEnumerable<(string Agency, VictimWord Word)> Words =>
    [
        .. Determinations.Where(one => !(Suspicions.Contains(one.Key) && one.Value < VictimStatus.Suspected))
            .Select(one => (one.Key, new VictimWord(one.Value, IsDetermined: true))),
        .. Suspicions.Where(agency => Determinations.GetValueOrDefault(agency) < VictimStatus.Suspected)
            .Select(agency => (agency, new VictimWord(VictimStatus.Suspected, IsDetermined: false))),
    ];

    /// <summary>The stream of a person, in which every agency's word about it meets.</summary>
    public static Guid StreamOf(PersonRef person) => DeterministicId.From($"victim/{person}");

    public static Victim Evolve(Victim victim, VictimEvent happened, Envelope envelope)
    {
        var next = victim with
        {
            Person = victim.Person ?? happened.Person, FirstBy = victim.FirstBy ?? envelope.By, Place = envelope.Place ?? victim.Place,
        };
        return happened switch
        {
            VictimReferred e => next.Suspected(envelope) with
            {
                IsChild = next.IsChild || e.IsChild, Case = e.Case ?? next.Case, UnscreenedSince = next.UnscreenedSince ?? envelope.OccurredAt,
            },
            VictimScreened e => (e.Indicated is true ? next.Suspected(envelope) : next.Cleared(envelope)) with
            {
                IsChild = next.IsChild || e.IsChild, Screening = e, UnscreenedSince = null, UndecidedSince = next.UndecidedSince ?? envelope.OccurredAt,
            },
            VictimStatusDetermined e => next.Decided(e.Status, envelope) with { IsChild = next.IsChild || e.IsChild, Case = e.Case ?? next.Case },
            VictimStatusRevised e => next.Decided(e.Status, envelope),
            ReflectionPeriodGranted e => next with { Reflection = e, ReflectionSince = envelope.OccurredAt },
            _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a victim."),
        };
    }

    private Victim Suspected(Envelope envelope) => this with { Suspicions = Suspicions.Add(envelope.By.Agency) };

    private Victim Cleared(Envelope envelope) => this with { Suspicions = Suspicions.Remove(envelope.By.Agency) };

    /// <summary>A decision ends the mere suspicions of all, but not one by an agency that would itself act against the person.</summary>
    private Victim Decided(VictimStatus status, Envelope envelope) => this with
    {
        Determinations = Determinations.SetItem(envelope.By.Agency, status),
        Suspicions = EndsSuspicions(envelope.By.Agency) ? Suspicions.Clear() : Suspicions.Remove(envelope.By.Agency),
        UnscreenedSince = null,
        UndecidedSince = null,
    };

    private static bool EndsSuspicions(string agency) =>
        Agencies.Find(agency)?.Kind is not (null or AgencyKind.Immigration or AgencyKind.Military or AgencyKind.CoastGuard);
}
