using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record LiftSanction(SanctionLifted Fact) : P3MICommand;

public static partial class P3MIDecider
{
    public static Decision<P3MIEvent> Decide(P3MI company, LiftSanction command, Envelope envelope)
    {
        var sanction = company.FindSanction(command.Fact.DecreeNumber);
        return company switch
        {
            _ when NotMinistry(envelope.By) is { } refusal => refusal,
            _ when Unknown(company) is { } refusal => refusal,
            _ when sanction is null => P3MIRefusals.UnknownSanction,
            _ when sanction.IsLifted => Unchanged.Value,
            _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
            _ => command.Fact,
        };
    }
}
