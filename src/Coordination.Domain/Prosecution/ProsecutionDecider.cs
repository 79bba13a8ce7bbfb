using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>A wish about a matter; carries the fact that it asks to record.</summary>
public abstract record ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static StreamKind<Matter, ProsecutionEvent, ProsecutionCommand> Kind { get; } =
        new("prosecution", Matter.None, Matter.Evolve, Decide, CommandFor, readers: Readers);

    public static Decision<ProsecutionEvent> Decide(Matter matter, ProsecutionCommand command, Envelope envelope) => command switch
    {
        RegisterPoliceReport c => Decide(matter, c, envelope),
        StartInvestigation c => Decide(matter, c, envelope),
        NotifyProsecutor c => Decide(matter, c, envelope),
        IndicateExploitation c => Decide(matter, c, envelope),
        HoldCoordination c => Decide(matter, c, envelope),
        ReclassifyOffence c => Decide(matter, c, envelope),
        SubmitCaseFile c => Decide(matter, c, envelope),
        ReturnCaseFile c => Decide(matter, c, envelope),
        ResubmitCaseFile c => Decide(matter, c, envelope),
        DeclareCaseFileComplete c => Decide(matter, c, envelope),
        TransferSuspectAndEvidence c => Decide(matter, c, envelope),
        FileIndictment c => Decide(matter, c, envelope),
        RenderVerdict c => Decide(matter, c, envelope),
        TerminateInvestigation c => Decide(matter, c, envelope),
        NotifyTermination c => Decide(matter, c, envelope),
        AssessRestitution c => Decide(matter, c, envelope),
        ClaimRestitution c => Decide(matter, c, envelope),
        OrderRestitution c => Decide(matter, c, envelope),
        PayRestitution c => Decide(matter, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static ProsecutionCommand CommandFor(ProsecutionEvent fact) => fact switch
    {
        PoliceReportRegistered e => new RegisterPoliceReport(e),
        InvestigationStarted e => new StartInvestigation(e),
        ProsecutorNotified e => new NotifyProsecutor(e),
        ExploitationIndicated e => new IndicateExploitation(e),
        CoordinationHeld e => new HoldCoordination(e),
        OffenceReclassified e => new ReclassifyOffence(e),
        CaseFileSubmitted e => new SubmitCaseFile(e),
        CaseFileReturned e => new ReturnCaseFile(e),
        CaseFileResubmitted e => new ResubmitCaseFile(e),
        CaseFileDeclaredComplete e => new DeclareCaseFileComplete(e),
        SuspectAndEvidenceTransferred e => new TransferSuspectAndEvidence(e),
        IndictmentFiled e => new FileIndictment(e),
        VerdictRendered e => new RenderVerdict(e),
        InvestigationTerminated e => new TerminateInvestigation(e),
        TerminationNotified e => new NotifyTermination(e),
        RestitutionAssessed e => new AssessRestitution(e),
        RestitutionClaimed e => new ClaimRestitution(e),
        RestitutionOrdered e => new OrderRestitution(e),
        RestitutionPaid e => new PayRestitution(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Whoever has a part in the matter reads what the others do in it.</summary>
    private static IEnumerable<string> Readers(Matter matter)
    {
        if (matter.Agency.Length > 0)
            yield return Audiences.Unit(matter.Agency, matter.Unit);
        if (matter.Reclassified is { } last)
            yield return last.CompetentUnit is { } unit ? Audiences.Unit(last.CompetentAgency, unit) : Audiences.Agency(last.CompetentAgency);
        if (matter.Indication is not null)
            yield return Audiences.Agency(Competence.Police);
        if (matter.ProsecutorOffice is { } office)
            yield return Audiences.Unit(Competence.Prosecution, office);
        if (matter.Court is { } court)
            yield return Audiences.Unit(Competence.Court, court);
        if (matter.Restitutions is not [])
            yield return Audiences.Agency(Competence.WitnessProtection);
    }

    private static bool IsUnit(Matter matter, Officer by) => (matter.Agency, matter.Unit) == (by.Agency, by.Unit);

    private static AgencyKind KindOf(Officer by) => Agencies.Find(by.Agency)?.Kind ?? AgencyKind.System;

    private static bool IsPolice(Officer by) => KindOf(by) == AgencyKind.Police;

    /// <summary>
    /// The matter has become this agency's: by a reclassification that names it, or, for the police, by signs of exploitation. The unit that has
    /// it does not take it from itself.
    /// </summary>
    private static bool MayTakeOver(Matter matter, Officer by) => matter.Stage is > MatterStage.None and <= MatterStage.Returned && matter switch
    {
        _ when IsUnit(matter, by) => false,
        { Reclassified: { } last } when last.CompetentAgency != matter.Agency || last.CompetentUnit is { } to && to != matter.Unit =>
            last.CompetentAgency == by.Agency && (last.CompetentUnit ?? by.Unit) == by.Unit,
        { Indication: not null } => IsPolice(by) && matter.Agency != by.Agency,
        _ => false,
    };

    /// <summary>Why this unit may not act on the file as investigator; null when it may. Who asks comes first: a stranger learns nothing.</summary>
    private static Refusal? CannotInvestigate(Matter matter, Officer by) => matter switch
    {
        { Stage: MatterStage.None } => ProsecutionRefusals.NoReport,
        { IsPoliceOnly: true } when !IsPolice(by) => ProsecutionRefusals.TraffickingIsPolice,
        _ when !IsUnit(matter, by) => ProsecutionRefusals.OtherUnit,
        { Stage: MatterStage.Terminated } => CaseFileRefusals.Terminated,
        _ => null,
    };

    private static Refusal? CannotProsecute(Matter matter, Officer by) => matter switch
    {
        { ProsecutorOffice: null } => CaseFileRefusals.NotNotified,
        _ when matter.ProsecutorOffice != by.Unit => CaseFileRefusals.OtherProsecutor,
        { Stage: MatterStage.Terminated } => CaseFileRefusals.Terminated,
        _ => null,
    };
}
