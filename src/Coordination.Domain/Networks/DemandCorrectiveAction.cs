using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record DemandCorrectiveAction(CorrectiveActionDue Fact) : P3MICommand;

public static partial class P3MIDecider
{
    /// <summary>Demanding it anew with another day moves the clock.</summary>
    public static Decision<P3MIEvent> Decide(P3MI company, DemandCorrectiveAction command, Envelope envelope)
    {
        var finding = company.FindFinding(command.Fact.FindingNumber);
        return company switch
        {
            _ when Unknown(company) is { } refusal => refusal,
            _ when finding is null => P3MIRefusals.UnknownFinding,
            _ when finding.IsCompleted => P3MIRefusals.FindingClosed,
            _ when finding.DueOn == command.Fact.DueOn => Unchanged.Value,
            _ when Input.Blank(("action", command.Fact.Action)) is { } blank => blank,
            _ when command.Fact.DueOn < envelope.Day => P3MIRefusals.DueInPast,
            _ => command.Fact,
        };
    }
}
