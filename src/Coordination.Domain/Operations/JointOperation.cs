using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

public enum OperationStatus
{
    None,
    Proposed,
    Rejected,
    Approved,
    Started,
    Concluded,
    Cancelled,
    Final,
}

/// <summary>One joint operation: who takes part, whom it met, what became of them, and who agreed with its report.</summary>
public sealed record JointOperation
{
    public static JointOperation None { get; } = new();

    public OperationStatus Status { get; private init; }

    public JointOperationProposed? Proposal { get; private init; }

    public Officer? ProposedBy { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    public DateTimeOffset? StartedAt { get; private init; }

    public DateTimeOffset? ConcludedAt { get; private init; }

    public OperationBriefed? Briefing { get; private init; }

    public ImmutableList<AssignmentOrder> Orders { get; private init; } = [];

    /// <summary>In the order in which they were first met, whenever that was written down.</summary>
    public ImmutableList<MetPerson> People { get; private init; } = [];

    public ImmutableList<EvidenceSeized> Evidence { get; private init; } = [];

    public ImmutableList<LocationInspected> Locations { get; private init; } = [];

    public JointOperationReportDrafted? Draft { get; private init; }

    /// <summary>What was done of the follow-up of the draft, by the number of the item.</summary>
    public ImmutableDictionary<int, OperationFollowUpCompleted> FollowUpsDone { get; private init; } =
        ImmutableDictionary<int, OperationFollowUpCompleted>.Empty;

    /// <summary>Something was recorded since that the draft does not know.</summary>
    public bool DraftIsOutdated { get; private init; }

    /// <summary>Answers to the draft that stands: one per agency, its last.</summary>
    public ImmutableList<AgencyAnswer> Answers { get; private init; } = [];

    /// <summary>How soon the records of the field arrived.</summary>
    public ArrivalTimes FieldArrival { get; private init; } = new();

    /// <summary>An operation is concluded on its last day, by the clocks of its place; null before the start.</summary>
    public StepTime? Conclusion => StartedAt is { } started && Proposal?.Target is { } target
        ? new(
            TimedStep.Conclusion, started, WorkingCalendar.EndOfDay(started > target.Until ? started : target.Until, 0, Place), ConcludedAt)
        : null;

    public UnitAddress Lead => Proposal?.Lead ?? new(ProposedBy?.Agency ?? "", ProposedBy?.Unit ?? "");

    public IReadOnlyList<string> Agencies => Proposal?.Agencies ?? [];

    public string? Place => Proposal?.Target.MainPlace;

    public IEnumerable<string> WithoutOrder => Agencies.Where(agency => Orders.All(order => order.Agency != agency));

    public IEnumerable<MetPerson> WithoutOutcome => People.Where(person => person.Outcome is null);

    /// <summary>Persons against whom a punitive outcome stands.</summary>
    public IEnumerable<MetPerson> Punished => People.Where(person => person.Outcome is { } outcome && OperationDecider.IsPunitive(outcome.Outcome));

    public IEnumerable<string> WithoutAnswer => Agencies.Where(agency => Answers.All(answer => answer.Agency != agency));

    public bool IsClosed => Status is OperationStatus.Rejected or OperationStatus.Cancelled or OperationStatus.Final;

    /// <summary>The report is final and the person has no outcome: the shield withdrew it since, for no report is drafted while one is missing.</summary>
    public bool Lacks(PersonRef person) => Status == OperationStatus.Final && Find(person) is { Outcome: null };

    public MetPerson? Find(PersonRef person) => People.FirstOrDefault(one => one.Person == person);

    public static JointOperation Evolve(JointOperation operation, OperationEvent happened, Envelope envelope) => happened switch
    {
        JointOperationProposed e => operation with
        {
            Status = OperationStatus.Proposed, Proposal = e, ProposedBy = envelope.By, ProposedAt = envelope.OccurredAt,
        },
        JointOperationApproved => operation with { Status = OperationStatus.Approved },
        JointOperationRejected => operation with { Status = OperationStatus.Rejected },
        AssignmentOrderIssued e => operation with { Orders = operation.Orders.Add(new(envelope.By.Agency, envelope.By.Unit, e)) },
        OperationBriefed e => operation with { Briefing = e },
        OperationStarted => operation with { Status = OperationStatus.Started, StartedAt = envelope.OccurredAt },
        FieldEvent e => operation.InField(e, envelope) with
        {
            DraftIsOutdated = operation.Draft is not null,
            FieldArrival = operation.FieldArrival.With(envelope.OccurredAt, envelope.RecordedAt, ServiceLevels.FieldSync),
        },
        OperationConcluded => operation with { Status = OperationStatus.Concluded, ConcludedAt = envelope.OccurredAt },
        OperationOutcomeAssigned e => operation.With(
            operation.Met(e.Person, envelope) with { Outcome = e }) with { DraftIsOutdated = operation.Draft is not null },
        PunitiveOutcomeWithdrawn e => operation.With(operation.Met(e.Person, envelope).Unpunished(envelope)) with
        {
            DraftIsOutdated = operation.Draft is not null,
        },
        JointOperationReportDrafted e => operation with
        {
            Draft = e, DraftIsOutdated = false, Answers = [], FollowUpsDone = operation.FollowUpsDone.RemoveRange(operation.FollowUpsOtherThanIn(e)),
        },
        OperationFollowUpCompleted e => operation with { FollowUpsDone = operation.FollowUpsDone.SetItem(e.Number, e) },
        AgencyConcurred e => operation.Answered(new(envelope.By.Agency, envelope.By.Unit, Concurs: true, e.Note)),
        AgencyDissented e => operation.Answered(new(envelope.By.Agency, envelope.By.Unit, Concurs: false, e.Reason)),
        JointOperationReportFinalised => operation with { Status = OperationStatus.Final },
        OperationCancelled => operation with { Status = OperationStatus.Cancelled },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a joint operation."),
    };

    // A new draft gives its numbers anew: done is what is the same thing to do by the same unit, whenever it is due.
    private IEnumerable<int> FollowUpsOtherThanIn(JointOperationReportDrafted next) => FollowUpsDone.Keys.Where(number =>
        Draft?.FollowUp.FirstOrDefault(one => one.Number == number) is not { } before
        || next.FollowUp.All(item => item with { Due = before.Due } != before));

    private JointOperation InField(FieldEvent happened, Envelope envelope) => happened switch
    {
        PersonEncountered e => With(Met(e.Person, envelope) with { Seen = e }),
        PersonSecured e => With(Met(e.Person, envelope) with { IsSecured = true }),
        VictimIdentifiedInField e => With(Met(e.Person, envelope).AsVictim(e)),
        EvidenceSeized e => this with { Evidence = Evidence.Add(e) },
        LocationInspected e => this with { Locations = Locations.Add(e) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of the field."),
    };

    /// <summary>What is known of the person so far; an earlier meeting that is written down later moves the first one.</summary>
    private MetPerson Met(PersonRef person, Envelope envelope)
    {
        if (Find(person) is not { } known)
            return new(person, envelope.OccurredAt, envelope.RecordedAt);
        return envelope.OccurredAt < known.Since ? known with { Since = envelope.OccurredAt } : known;
    }

    private JointOperation With(MetPerson person) => this with
    {
        People = [.. People.RemoveAll(one => one.Person == person.Person).Add(person).OrderBy(one => one.Since).ThenBy(one => one.Person.Value)],
    };

    private JointOperation Answered(AgencyAnswer answer) =>
        this with { Answers = Answers.RemoveAll(one => one.Agency == answer.Agency).Add(answer) };
}

public sealed record AssignmentOrder(string Agency, string Unit, AssignmentOrderIssued Order);

/// <param name="Concurs">False for a dissent.</param>
/// <param name="Words">Note of a concurrence, reason of a dissent.</param>
public sealed record AgencyAnswer(string Agency, string Unit, bool Concurs, string? Words);

/// <summary>Somebody the operation met.</summary>
/// <param name="Since">When first met.</param>
/// <param name="KnownAt">When the product first learned of it, or withdrew the outcome: an outcome owed since late is not late itself.</param>
public sealed record MetPerson(PersonRef Person, DateTimeOffset Since, DateTimeOffset KnownAt)
{
    public PersonEncountered? Seen { get; init; }

    public VictimIdentifiedInField? Victim { get; init; }

    public bool IsSecured { get; init; }

    public OperationOutcomeAssigned? Outcome { get; init; }

    public bool IsChild => Seen?.ConcernsChild() is true || Victim?.ConcernsChild() is true;

    internal MetPerson Unpunished(Envelope envelope) => this with { Outcome = null, KnownAt = envelope.RecordedAt };

    /// <summary>A punitive outcome ends with the suspicion that the person is a victim: another has to be found (UU 6/2011 Ps 86).</summary>
    internal MetPerson AsVictim(VictimIdentifiedInField victim) =>
        this with { Victim = victim, Outcome = Outcome is { } outcome && OperationDecider.IsPunitive(outcome.Outcome) ? null : Outcome };
}
