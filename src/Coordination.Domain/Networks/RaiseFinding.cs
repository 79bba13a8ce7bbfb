using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record RaiseFinding(FindingRaised Fact) : P3MICommand;

public static partial class P3MIDecider
{
    public static Decision<P3MIEvent> Decide(P3MI company, RaiseFinding command, Envelope envelope) => company switch
    {
        _ when Unknown(company) is { } refusal => refusal,
        _ when company.FindFinding(command.Fact.FindingNumber) is { } known => (known.Agency, known.Unit) == (envelope.By.Agency, envelope.By.Unit)
            ? Unchanged.Value
            : P3MIRefusals.FindingExists,
        _ when Input.Blank(
            ("findingNumber", command.Fact.FindingNumber), ("findingCode", command.Fact.FindingCode), ("description", command.Fact.Description)) is
            { } blank => blank,
        _ when !company.Inspections.Contains(command.Fact.InspectionNumber, StringComparer.Ordinal) => P3MIRefusals.UnknownInspection,
        _ => command.Fact,
    };
}
