using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

/// <param name="OpenHandoffs">Handoffs of the case that wait for somebody, as far as who closes it may read them.</param>
/// <param name="OpenAlerts">Alerts on it that are not resolved, as far as who closes it may read them.</param>
public sealed record CloseCase(CaseClosed Fact, int OpenHandoffs = 0, int OpenAlerts = 0) : CaseCommand;

public static partial class CaseDecider
{
    /// <summary>
    /// Not while somebody is waited for: clocks of handoffs and alerts would run on a case that nobody works on. What the officer may not read
    /// does not stand in the way, since a no would tell of it. A legal hold does not either: it keeps the data, also of a closed case.
    /// </summary>
    public static Decision<CaseEvent> Decide(CaseFile file, CloseCase command, Envelope envelope) => file switch
    {
        _ when NotInCharge(file, envelope.By) is { } refusal => refusal,
        { Status: CaseStatus.Closed, Closing: { } last } => last.Ground == command.Fact.Ground ? Unchanged.Value : CaseRefusals.Closed,
        _ when Input.Blank(("note", command.Fact.Note)) is { } blank => blank,
        _ when command.OpenHandoffs > 0 => CaseRefusals.HandoffOpen,
        _ when command.OpenAlerts > 0 => CaseRefusals.AlertOpen,
        _ => command.Fact,
    };
}
