using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record ExamineMedicoLegally(MedicoLegalExamined Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, ExamineMedicoLegally command, Envelope envelope) => protection switch
    {
        _ when Unserved(protection, ServiceKind.MedicoLegal) is { } refusal => refusal,
        _ when Input.Blank(("reportNumber", command.Fact.ReportNumber), ("facility", command.Fact.Facility)) is { } blank => blank,
        _ when IsToldAgain(protection, command.Fact, envelope) => Unchanged.Value,
        _ => command.Fact,
    };
}
