using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Said by an inspector, not by the company.</summary>
public sealed record CompleteCorrectiveAction(CorrectiveActionCompleted Fact) : P3MICommand;

public static partial class P3MIDecider
{
    public static Decision<P3MIEvent> Decide(P3MI company, CompleteCorrectiveAction command)
    {
        var finding = company.FindFinding(command.Fact.FindingNumber);
        return company switch
        {
            _ when Unknown(company) is { } refusal => refusal,
            _ when finding is null => P3MIRefusals.UnknownFinding,
            _ when finding.IsCompleted => Unchanged.Value,
            _ when finding.DueOn is null => P3MIRefusals.NothingDemanded,
            _ when Input.Blank(("explanation", command.Fact.Explanation)) is { } blank => blank,
            _ => command.Fact,
        };
    }
}
