using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

public sealed record GradeIntelligence(IntelligenceGraded Fact) : IntelligenceCommand;

public static partial class IntelligenceDecider
{
    public static Decision<IntelligenceEvent> Decide(
        IntelligenceReport report, GradeIntelligence command, Envelope envelope) => report switch
    {
        { IsFiled: false } => IntelligenceRefusals.Unknown,
        _ when report.Originator != envelope.By.Agency => IntelligenceRefusals.NotOriginator,
        _ when !IsGrade(command.Fact.InformationGrade) => IntelligenceRefusals.GradeOutOfRange,
        _ when (report.SourceGrade, report.InformationGrade) == (command.Fact.SourceGrade, command.Fact.InformationGrade) =>
            Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };
}
