using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

public static class AlertRefusals
{
    public static readonly Refusal Unknown = new("alert.unknown", "There is no such alert.", RefusalKind.NotFound);

    public static readonly Refusal NotRecipient = new("alert.not_recipient", "The alert is not for this unit.", RefusalKind.NotFound);

    public static readonly Refusal EvidenceMissing =
        new("alert.evidence_missing", "An alert names the events that fired it.", RefusalKind.Invalid);

    public static readonly Refusal Resolved = new("alert.resolved", "The alert was resolved; reopen it first.");

    public static readonly Refusal AssigneeMayNotRead = new(
        "alert.assignee_may_not_read", "That unit may not read what the alert rests on; its owner shares it first.", RefusalKind.Forbidden);

    public static readonly Refusal LevelOutOfRange =
        new("alert.level_out_of_range", "Escalation has the levels 1 to 3.", RefusalKind.Invalid);
}
