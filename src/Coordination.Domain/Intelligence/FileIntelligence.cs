using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Intelligence;

public sealed record FileIntelligence(IntelligenceReportFiled Fact) : IntelligenceCommand;

public static partial class IntelligenceDecider
{
    public static Decision<IntelligenceEvent> Decide(
        IntelligenceReport report, FileIntelligence command, Envelope envelope) => report switch
    {
        { IsFiled: true } => report.Originator == envelope.By.Agency ? Unchanged.Value : IntelligenceRefusals.NotOriginator,
        _ when Input.Blank(("title", command.Fact.Title), ("summary", command.Fact.Summary)) is { } blank => blank,
        _ when !IsGrade(command.Fact.InformationGrade) => IntelligenceRefusals.GradeOutOfRange,
        _ when command.Fact.Area is { } area && Places.Missing(area) is { } unknown => unknown,
        _ => command.Fact,
    };
}
