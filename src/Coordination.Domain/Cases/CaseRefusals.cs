using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

public static class CaseRefusals
{
    public static readonly Refusal Unknown = new("case.unknown", "There is no such case.", RefusalKind.NotFound);

    public static readonly Refusal NotMember =
        new("case.not_member", "Only member agencies of the case may do this.", RefusalKind.NotFound);

    public static readonly Refusal NotOpener =
        new("case.not_opener", "Only the agency that opened the case, or the task force, may do this.", RefusalKind.Forbidden);

    public static readonly Refusal MemberStays = new("case.member_stays", "The opener and the task force stay members of their case.");

    public static readonly Refusal NumberMissing = new("case.number_missing", "A case needs a number.", RefusalKind.Invalid);

    public static readonly Refusal Exists = new("case.exists", "This case was opened before, by another agency or under another title.");

    public static readonly Refusal Closed = new("case.closed", "The case is closed; reopen it first.");

    public static readonly Refusal LinkHidden = new(
        "case.link_hidden", "What a case takes in is told to all of its members: address it to them, at a higher level where it must be.",
        RefusalKind.Invalid);

    public static readonly Refusal NotClosed = new("case.not_closed", "The case is open.");

    public static readonly Refusal HandoffOpen =
        new("case.handoff_open", "A handoff of this case still waits for somebody: answer or withdraw it first.");

    public static readonly Refusal AlertOpen = new("case.alert_open", "An alert on this case is not resolved yet.");

    public static readonly Refusal IndicatorsEmpty =
        new("case.indicators_empty", "An assessment names at least one act, means or purpose.", RefusalKind.Invalid);
}
