using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public enum AdministrativeActionStatus
{
    None,
    Proposed,
    Imposed,
    Suspended,
    Lifted,
}

/// <summary>One action against one person.</summary>
public sealed record AdministrativeAction
{
    public static AdministrativeAction None { get; } = new();

    public AdministrativeActionStatus Status { get; private init; }

    public PersonRef? Person { get; private init; }

    public IReadOnlyList<AdministrativeMeasure> Measures { get; private init; } = [];

    public AdministrativeActionProposed? Proposal { get; private init; }

    public string? DecisionNumber { get; private init; }

    public SuspensionReason? SuspendedFor { get; private init; }

    public CaseId? Case { get; private init; }

    /// <summary>It bears on the person now.</summary>
    public bool Stands => Status == AdministrativeActionStatus.Imposed;

    public static AdministrativeAction Evolve(AdministrativeAction action, AdministrativeActionEvent happened, Envelope envelope) => happened switch
    {
        AdministrativeActionProposed e => action with
        {
            Status = AdministrativeActionStatus.Proposed, Person = e.Person, Measures = e.Measures, Proposal = e, Case = e.Case,
        },
        AdministrativeActionImposed e => action with
        {
            Status = AdministrativeActionStatus.Imposed, Person = action.Person ?? e.Person, Measures = e.Measures, DecisionNumber = e.DecisionNumber,
            Case = action.Case ?? e.Case, SuspendedFor = null,
        },
        AdministrativeActionSuspended e => action with { Status = AdministrativeActionStatus.Suspended, SuspendedFor = e.Reason },
        AdministrativeActionLifted => action with { Status = AdministrativeActionStatus.Lifted, SuspendedFor = null },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an administrative action."),
    };
}
