using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Cases;

/// <summary>A wish about a case; carries the fact that it asks to record.</summary>
public abstract record CaseCommand;

public static partial class CaseDecider
{
    public static StreamKind<CaseFile, CaseEvent, CaseCommand> Kind { get; } =
        new("case", CaseFile.None, CaseFile.Evolve, Decide, CommandFor);

    public static Decision<CaseEvent> Decide(CaseFile file, CaseCommand command, Envelope envelope) => command switch
    {
        OpenCase c => Decide(file, c, envelope),
        LinkCaseSource c => Decide(file, c, envelope),
        AddCaseSubject c => Decide(file, c, envelope),
        AssessCaseIndicators c => Decide(file, c, envelope),
        AddCaseMember c => Decide(file, c, envelope),
        RemoveCaseMember c => Decide(file, c, envelope),
        CloseCase c => Decide(file, c, envelope),
        ReopenCase c => Decide(file, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static CaseCommand CommandFor(CaseEvent fact) => fact switch
    {
        CaseOpened e => new OpenCase(e),
        CaseSourceLinked e => new LinkCaseSource(e),
        CaseSubjectAdded e => new AddCaseSubject(e),
        CaseIndicatorsAssessed e => new AssessCaseIndicators(e),
        CaseMemberAdded e => new AddCaseMember(e),
        CaseMemberRemoved e => new RemoveCaseMember(e),
        CaseClosed e => new CloseCase(e),
        CaseReopened e => new ReopenCase(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>For who is no member the case does not exist; null for a member.</summary>
    private static Refusal? NoMember(CaseFile file, Officer by) => file switch
    {
        { Status: CaseStatus.None } => CaseRefusals.Unknown,
        _ when !file.Members.Contains(by.Agency) => CaseRefusals.NotMember,
        _ => null,
    };

    /// <summary>A closed case takes in nothing new: its persons' time counts already. Null for a member of an open one.</summary>
    private static Refusal? NotAtWork(CaseFile file, Officer by) =>
        NoMember(file, by) ?? (file.Status == CaseStatus.Closed ? CaseRefusals.Closed : null);

    /// <summary>
    /// What a case takes in brings its history along, onto the timeline of every member that may read that: a member left out would see from it that
    /// there is a link it was not told of. A link may be more secret than the case, for its lines are then as secret. Null for one that
    /// members may read.
    /// </summary>
    private static Refusal? HiddenFromMembers(Marking marking) =>
        marking.Within.Count == 0 && marking.Audience.Any(group => group is Audiences.CaseMembers or Audiences.Everyone)
            ? null
            : CaseRefusals.LinkHidden;

    /// <summary>Somebody must answer for a case: whoever opened it, or the task force. Null for them.</summary>
    private static Refusal? NotInCharge(CaseFile file, Officer by) =>
        NoMember(file, by) ?? (by.Agency != file.OpenedBy && by.Agency != Agencies.TaskForce ? CaseRefusals.NotOpener : null);
}
