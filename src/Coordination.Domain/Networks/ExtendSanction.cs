using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record ExtendSanction(SanctionExtended Fact) : P3MICommand;

public static partial class P3MIDecider
{
    public static Decision<P3MIEvent> Decide(P3MI company, ExtendSanction command, Envelope envelope)
    {
        var sanction = company.FindSanction(command.Fact.DecreeNumber);
        return company switch
        {
            _ when NotMinistry(envelope.By) is { } refusal => refusal,
            _ when Unknown(company) is { } refusal => refusal,
            _ when sanction is null => P3MIRefusals.UnknownSanction,
            _ when sanction.IsLifted || sanction.Until is null => P3MIRefusals.SanctionOver,
            _ when sanction.Until == command.Fact.Until => Unchanged.Value,
            _ when command.Fact.Until < sanction.Until => P3MIRefusals.NotLonger,
            _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
            _ => command.Fact,
        };
    }
}
