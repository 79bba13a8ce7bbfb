using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

/// <summary>A wish about a joint operation; carries the fact that it asks to record.</summary>
public abstract record OperationCommand;

public static partial class OperationDecider
{
    public static StreamKind<JointOperation, OperationEvent, OperationCommand> Kind { get; } =
        new("joint_operation", JointOperation.None, JointOperation.Evolve, Decide, CommandFor, readers: Readers);

    public static Decision<OperationEvent> Decide(JointOperation operation, OperationCommand command, Envelope envelope) => command switch
    {
        ProposeJointOperation c => Decide(operation, c, envelope),
        ApproveJointOperation c => Decide(operation, c, envelope),
        RejectJointOperation c => Decide(operation, c, envelope),
        IssueAssignmentOrder c => Decide(operation, c, envelope),
        BriefOperation c => Decide(operation, c, envelope),
        StartOperation c => Decide(operation, c, envelope),
        EncounterPerson c => Decide(operation, c, envelope),
        SecurePerson c => Decide(operation, c, envelope),
        IdentifyVictimInField c => Decide(operation, c, envelope),
        SeizeEvidence c => Decide(operation, c, envelope),
        InspectLocation c => Decide(operation, c, envelope),
        ConcludeOperation c => Decide(operation, c, envelope),
        AssignOperationOutcome c => Decide(operation, c, envelope),
        WithdrawPunitiveOutcome c => Decide(operation, c),
        DraftJointOperationReport c => Decide(operation, c, envelope),
        CompleteFollowUp c => Decide(operation, c, envelope),
        ConcurWithReport c => Decide(operation, c, envelope),
        DissentFromReport c => Decide(operation, c, envelope),
        FinaliseJointOperationReport c => Decide(operation, c, envelope),
        CancelOperation c => Decide(operation, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static OperationCommand CommandFor(OperationEvent fact) => fact switch
    {
        JointOperationProposed e => new ProposeJointOperation(e),
        JointOperationApproved e => new ApproveJointOperation(e),
        JointOperationRejected e => new RejectJointOperation(e),
        AssignmentOrderIssued e => new IssueAssignmentOrder(e),
        OperationBriefed e => new BriefOperation(e),
        OperationStarted e => new StartOperation(e),
        PersonEncountered e => new EncounterPerson(e),
        PersonSecured e => new SecurePerson(e),
        VictimIdentifiedInField e => new IdentifyVictimInField(e),
        EvidenceSeized e => new SeizeEvidence(e),
        LocationInspected e => new InspectLocation(e),
        OperationConcluded e => new ConcludeOperation(e),
        OperationOutcomeAssigned e => new AssignOperationOutcome(e),
        PunitiveOutcomeWithdrawn e => new WithdrawPunitiveOutcome(e),
        JointOperationReportDrafted e => new DraftJointOperationReport(e),
        OperationFollowUpCompleted e => new CompleteFollowUp(e),
        AgencyConcurred e => new ConcurWithReport(e),
        AgencyDissented e => new DissentFromReport(e),
        JointOperationReportFinalised e => new FinaliseJointOperationReport(e),
        OperationCancelled e => new CancelOperation(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Acts that a suspected victim is spared (UU 6/2011 Ps 86; UU 21/2007 Ps 18). The police may still have to hear somebody who is both.</summary>
    public static bool IsPunitive(OperationOutcome outcome) => outcome is OperationOutcome.AdministrativeAction or OperationOutcome.ProJustitia;

    /// <summary>All that take part read all of it, and the task force.</summary>
    private static IEnumerable<string> Readers(JointOperation operation) =>
        [.. operation.Agencies.Select(Audiences.Agency), Audiences.Agency(Reference.Agencies.TaskForce)];

    /// <summary>For who takes no part the operation does not exist; null for who does, and for the task force.</summary>
    private static Refusal? Outsider(JointOperation operation, Officer by) => operation switch
    {
        { Status: OperationStatus.None } => OperationRefusals.Unknown,
        _ when by.Agency == Reference.Agencies.TaskForce || operation.Agencies.Contains(by.Agency, StringComparer.Ordinal) => null,
        _ => OperationRefusals.NotParticipant,
    };

    private static bool IsLead(JointOperation operation, Officer by) =>
        by.Agency == Reference.Agencies.TaskForce || new UnitAddress(by.Agency, by.Unit) == operation.Lead;

    /// <summary>Why the leading unit cannot do it; null when it can.</summary>
    private static Refusal? NoLead(JointOperation operation, Officer by) =>
        Outsider(operation, by) ?? (IsLead(operation, by) ? null : OperationRefusals.NotLead);

    /// <summary>The chair: a head of the leading agency, or of the task force, who did not propose it.</summary>
    private static Refusal? NoChair(JointOperation operation, Officer by) => operation switch
    {
        _ when Outsider(operation, by) is { } outsider => outsider,
        _ when by.Agency != operation.Lead.Agency && by.Agency != Reference.Agencies.TaskForce => OperationRefusals.ChairNeeded,
        _ when by.Role is not (OfficerRole.UnitHead or OfficerRole.Coordinator) => OperationRefusals.ChairNeeded,
        _ when by.Id == operation.ProposedBy!.Id => OperationRefusals.SecondPersonNeeded,
        _ => null,
    };

    /// <summary>Why nothing can be written about the field now; null when it can.</summary>
    private static Refusal? NoField(JointOperation operation, Envelope envelope) => operation switch
    {
        _ when Outsider(operation, envelope.By) is { } outsider => outsider,
        { IsClosed: true } => OperationRefusals.Closed,
        { StartedAt: null } => OperationRefusals.NotStarted,
        _ when envelope.OccurredAt < operation.StartedAt || envelope.OccurredAt > operation.ConcludedAt => OperationRefusals.OutsideOperation,
        _ when envelope.RecordedAt > operation.ConcludedAt + ServiceLevels.FieldRecord => OperationRefusals.RecordedTooLate,
        _ => null,
    };

    private static Refusal? WrongUnit(UnitAddress unit, Envelope envelope) => Units.Unreachable(envelope.RecordedAt, unit.Agency, unit.Unit);

    private static Refusal? WrongUnits(IEnumerable<UnitAddress> units, Envelope envelope) =>
        units.Select(unit => WrongUnit(unit, envelope)).FirstOrDefault(no => no is not null);
}
