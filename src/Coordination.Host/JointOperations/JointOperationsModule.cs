using Coordination.Domain.Operations;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Reports;
using Coordination.Host.Security;
using Coordination.Host.Store;
using Npgsql;

namespace Coordination.Host.JointOperations;

/// <summary>Joint operations, the meetings that they come from and the surveillances that they must not disturb, over HTTP.</summary>
internal static class JointOperationsModule
{
    public static void AddJointOperations(this IServiceCollection services)
    {
        services.AddSingleton<OperationReports>();
        services.AddSingleton(provider => new OperationReader(provider.GetRequiredService<ReportPositions>(), provider.GetRequiredService<ReportInputs>()));
        services.AddSingleton(provider => new OperationList(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon), provider.GetRequiredService<OperationReader>(),
            provider.GetRequiredService<IAccessLog>()));
    }

    public static void Map(RouteGroupBuilder api)
    {
        var operations = api.MapGroup("operations").WithTags("Operations").RequireAuthorization(Permissions.Work);
        Planning(operations);
        Field(operations);
        Reporting(operations);
        OperationsReading.Map(operations);
        OperationReportEndpoint.Map(operations);
        Meetings(api.MapGroup("meetings").WithTags("Meetings").RequireAuthorization(Permissions.Work));
        Surveillances(api.MapGroup("surveillances").WithTags("Surveillance").RequireAuthorization(Permissions.Work));
    }

    private static void Planning(RouteGroupBuilder operations)
    {
        operations.MapNewFact<JointOperationProposed>("", "proposeOperation", "Propose a joint operation with target, agencies and method.");
        operations.MapFact("PUT", "{id:guid}/approval", "approveOperation", "Approve it, as chair.", _ => new JointOperationApproved());
        operations.MapFact<JointOperationRejected>("PUT", "{id:guid}/rejection", "rejectOperation", "Reject it, as chair, with the reason.");
        operations.MapFact<AssignmentOrderIssued>("POST", "{id:guid}/orders", "issueOrder", "Issue the order (surat perintah) of your agency.");
        operations.MapFact<OperationBriefed>("PUT", "{id:guid}/briefing", "briefOperation", "Say that the teams were briefed: victims come first.");
        operations.MapFact("PUT", "{id:guid}/start", "startOperation", "Start it.", _ => new OperationStarted());
        operations.MapFact<OperationCancelled>("PUT", "{id:guid}/cancellation", "cancelOperation", "Cancel it before the start.");
    }

    private static void Field(RouteGroupBuilder operations)
    {
        operations.MapFact<PersonEncountered>("POST", "{id:guid}/persons", "encounterPerson", "Record somebody who was met.");
        operations.MapFact<PersonSecured>("POST", "{id:guid}/secured", "securePerson", "Record that somebody was secured.");
        operations.MapFact<VictimIdentifiedInField>("POST", "{id:guid}/victims", "identifyVictim", "Record a suspected victim: protected from here on.");
        operations.MapFact<EvidenceSeized>("POST", "{id:guid}/evidence", "seizeEvidence", "Record what was seized, with seal and hash.");
        operations.MapFact<LocationInspected>("POST", "{id:guid}/locations", "inspectLocation", "Record a location that was inspected.");
        operations.MapFact<OperationConcluded>("PUT", "{id:guid}/conclusion", "concludeOperation", "Conclude it, naming everybody who was met.");
        operations.MapFact<OperationOutcomeAssigned>("POST", "{id:guid}/outcomes", "assignOutcome", "Say what becomes of one person.");
    }

    private static void Reporting(RouteGroupBuilder operations)
    {
        operations.MapFact<JointOperationReportDrafted>("POST", "{id:guid}/drafts", "draftReport", "Draft the report; agencies answer this draft.");
        operations.MapFact<OperationFollowUpCompleted>("POST", "{id:guid}/follow-ups", "completeFollowUp", "Say that an item of the report's follow-up is done.");
        operations.MapFact<AgencyConcurred>("PUT", "{id:guid}/concurrence", "concurWithReport", "Concur with the draft, for your agency.");
        operations.MapFact<AgencyDissented>("PUT", "{id:guid}/dissent", "dissentFromReport", "Dissent from the draft, for your agency, with the reason.");
        operations.MapFact<JointOperationReportFinalised>("PUT", "{id:guid}/finalisation", "finaliseReport", "Make the report final: every agency has answered.");
    }

    private static void Meetings(RouteGroupBuilder meetings)
    {
        meetings.MapNewFact<TimporaMeetingConvened>("", "conveneMeeting", "Convene a meeting of the supervision team.");
        meetings.MapFact<MeetingMinutesIssued>("PUT", "{id:guid}/minutes", "issueMinutes", "Issue the minutes: who came, what was decided, who does what by when.");
        meetings.MapFact<ActionItemCompleted>("POST", "{id:guid}/completions", "completeActionItem", "Say that an action item is done.");
    }

    private static void Surveillances(RouteGroupBuilder surveillances)
    {
        surveillances.MapNewFact<SurveillanceDeclared>("", "declareSurveillance", "Declare what your agency watches; nobody else reads it.");
        surveillances.MapFact("PUT", "{id:guid}/end", "endSurveillance", "End it.", _ => new SurveillanceEnded());
    }
}
