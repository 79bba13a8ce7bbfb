using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record SanctionP3MI(P3MISanctioned Fact) : P3MICommand;

public static partial class P3MIDecider
{
    public static Decision<P3MIEvent> Decide(P3MI company, SanctionP3MI command, Envelope envelope)
    {
        var fact = command.Fact;
        return company switch
        {
            _ when NotMinistry(envelope.By) is { } refusal => refusal,
            _ when Unknown(company) is { } refusal => refusal,
            _ when company.FindSanction(fact.DecreeNumber) is { } known => (known.Kind, known.From) == (fact.Kind, fact.From)
                ? Unchanged.Value
                : P3MIRefusals.SanctionExists,
            _ when Input.Blank(("decreeNumber", fact.DecreeNumber), ("reason", fact.Reason)) is { } blank => blank,
            _ when (fact.Kind == SanctionKind.Suspension) != (fact.Until >= fact.From) => P3MIRefusals.PeriodNeeded,
            _ when fact.Kind != SanctionKind.Suspension && fact.Until is not null => P3MIRefusals.PeriodNeeded,
            _ when (fact.FindingNumbers ?? []).Any(number => company.FindFinding(number) is null) => P3MIRefusals.UnknownFinding,
            _ => fact,
        };
    }
}
