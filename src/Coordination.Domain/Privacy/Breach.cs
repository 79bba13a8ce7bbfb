using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Privacy;

/// <summary>A breach from its discovery to its end, with the clock of the law.</summary>
public sealed record Breach
{
    public static Breach None { get; } = new();

    public BreachDeclared? Declared { get; private init; }

    public string Agency { get; private init; } = "";

    /// <summary>Reader groups that answer for the notice: the unit that declared it, and the secretariat.</summary>
    public IReadOnlyList<string> Recipients { get; private init; } = [];

    public BreachAssessed? Assessment { get; private init; }

    /// <summary>When each was told first.</summary>
    public ImmutableDictionary<NotifiedParty, DateTimeOffset> Notified { get; private init; } = ImmutableDictionary<NotifiedParty, DateTimeOffset>.Empty;

    public bool IsClosed { get; private init; }

    /// <summary>Subjects and authority, both, whatever the risk: the law knows no threshold (Ps 46 ayat 1).</summary>
    public bool IsNotified => Notified.ContainsKey(NotifiedParty.Subjects) && Notified.ContainsKey(NotifiedParty.Authority);

    /// <summary>Three times 24 hours after the agency learned of it.</summary>
    public DateTimeOffset? DueAt => Declared?.KnownAt + ServiceLevels.BreachNotice;

    public static Breach Evolve(Breach breach, BreachEvent happened, Envelope envelope) => happened switch
    {
        BreachDeclared e => breach with
        {
            Declared = e, Agency = envelope.By.Agency,
            Recipients = [Audiences.Unit(envelope.By.Agency, envelope.By.Unit), Audiences.Agency(Agencies.TaskForce)],
        },
        BreachAssessed e => breach with { Assessment = e },
        BreachNotified e => breach with
        {
            Notified = e.Parties.Where(party => !breach.Notified.ContainsKey(party)).Distinct()
                .Aggregate(breach.Notified, (notified, party) => notified.Add(party, envelope.OccurredAt)),
        },
        BreachClosed => breach with { IsClosed = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a breach."),
    };
}
