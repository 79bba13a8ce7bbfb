using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

public sealed record ReopenCase(CaseReopened Fact) : CaseCommand;

public static partial class CaseDecider
{
    public static Decision<CaseEvent> Decide(CaseFile file, ReopenCase command, Envelope envelope) => file switch
    {
        _ when NotInCharge(file, envelope.By) is { } refusal => refusal,
        // Reopened before: the same click twice is not an error.
        { Status: CaseStatus.Open, Closing: not null } => Unchanged.Value,
        { Status: CaseStatus.Open } => CaseRefusals.NotClosed,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
