using Coordination.Domain.Prosecution;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Prosecution;

/// <summary>Matters over HTTP: one route per step, each open to the agency whose step it is.</summary>
internal static class ProsecutionModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var matters = api.MapGroup("matters").WithTags("Matters").RequireAuthorization(Permissions.Work);
        matters.MapNewFact<PoliceReportRegistered>("", "registerPoliceReport", "Register a police report (LP): a new matter of the police.");
        matters.MapNewFact<InvestigationStarted>("investigations", "openInvestigation", "Open an investigation of immigration (sprindik): a new matter.");
        matters.MapNewFact<ExploitationIndicated>("indications", "openIndication", "Record signs of exploitation where there is no matter yet.");
        Investigations(matters);
        Files(matters);
        Trials(matters);
        Conflicts(api);
    }

    private static void Investigations(RouteGroupBuilder matters)
    {
        matters.MapFact<PoliceReportRegistered>("PUT", "{id:guid}/report", "takeOverMatter", "Take over a matter that has become the police's.");
        matters.MapFact<InvestigationStarted>("PUT", "{id:guid}/investigation", "startInvestigation", "Start the investigation under an order (sprindik).");
        matters.MapFact<ExploitationIndicated>("POST", "{id:guid}/indications", "indicateExploitation", "Record signs of exploitation: the matter becomes the police's.");
        matters.MapFact<CoordinationHeld>("PUT", "{id:guid}/conference", "holdCoordination", "Record the joint conference (gelar perkara bersama).");
        matters.MapFact<OffenceReclassified>("PUT", "{id:guid}/offence", "reclassifyOffence", "Reclassify the offence; evidence stays with the matter.");
        matters.MapFact<ProsecutorNotified>("PUT", "{id:guid}/notice", "notifyProsecutor", "Notify the prosecutor of the investigation (SPDP).");
        matters.MapFact<InvestigationTerminated>("PUT", "{id:guid}/termination", "terminateInvestigation", "End the investigation (SP3).");
        matters.MapFact<TerminationNotified>("PUT", "{id:guid}/termination/notice", "notifyTermination", "Tell whom it concerns of the end.");
    }

    private static void Files(RouteGroupBuilder matters)
    {
        matters.MapFact<CaseFileSubmitted>("PUT", "{id:guid}/file", "submitCaseFile", "Send the case file to the prosecutor (tahap I).");
        matters.MapFact<CaseFileReturned>("PUT", "{id:guid}/file/return", "returnCaseFile", "Give the case file back (P-18, P-19).");
        matters.MapFact<CaseFileResubmitted>("PUT", "{id:guid}/file/resubmission", "resubmitCaseFile", "Send the completed case file again.");
        matters.MapFact<CaseFileDeclaredComplete>("PUT", "{id:guid}/file/completion", "declareCaseFileComplete", "Declare the case file complete (P-21).");
        matters.MapFact<SuspectAndEvidenceTransferred>(
            "PUT", "{id:guid}/transfer", "transferSuspectAndEvidence", "Hand suspects and all evidence to the prosecutor (tahap II).");
    }

    private static void Trials(RouteGroupBuilder matters)
    {
        matters.MapFact<IndictmentFiled>("PUT", "{id:guid}/indictment", "fileIndictment", "File the indictment with the court.");
        matters.MapFact<VerdictRendered>("POST", "{id:guid}/verdicts", "renderVerdict", "Record a verdict.");
        matters.MapFact<RestitutionAssessed>("POST", "{id:guid}/restitution/assessments", "assessRestitution", "Assess what a victim lost (LPSK).");
        matters.MapFact<RestitutionClaimed>("POST", "{id:guid}/restitution/claims", "claimRestitution", "Claim it before the demand.");
        matters.MapFact<RestitutionOrdered>("POST", "{id:guid}/restitution/orders", "orderRestitution", "Order it in the verdict.");
        matters.MapFact<RestitutionPaid>("POST", "{id:guid}/restitution/payments", "payRestitution", "Record a payment.");
    }

    private static void Conflicts(RouteGroupBuilder api)
    {
        var conflicts = api.MapGroup("competence-conflicts").WithTags("Competence").RequireAuthorization(Permissions.Work);
        conflicts.MapNewFact<CompetenceConflictRaised>("", "raiseCompetenceConflict", "Ask the coordination meeting who is competent.");
        conflicts.MapFact<CompetenceConflictDecided>("PUT", "{id:guid}/decision", "decideCompetenceConflict", "Record what the meeting decided.");
    }
}
