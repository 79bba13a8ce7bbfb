using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record InspectP3MI(P3MIInspected Fact) : P3MICommand;

public static partial class P3MIDecider
{
    public static Decision<P3MIEvent> Decide(P3MI company, InspectP3MI command) => company switch
    {
        _ when Unknown(company) is { } refusal => refusal,
        _ when company.Inspections.Contains(command.Fact.InspectionNumber, StringComparer.Ordinal) => Unchanged.Value,
        _ when Input.Blank(("inspectionNumber", command.Fact.InspectionNumber), ("summary", command.Fact.Summary)) is { } blank => blank,
        _ => command.Fact,
    };
}
