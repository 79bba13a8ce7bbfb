using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

/// <summary>A wish about an intelligence report; carries the fact that it asks to record.</summary>
public abstract record IntelligenceCommand;

public static partial class IntelligenceDecider
{
    public static StreamKind<IntelligenceReport, IntelligenceEvent, IntelligenceCommand> Kind { get; } =
        new("intelligence_report", IntelligenceReport.None, IntelligenceReport.Evolve, Decide, CommandFor,
            readers: report => [Audiences.Agency(report.Originator), .. report.Marking.Audience]);

    public static Decision<IntelligenceEvent> Decide(
        IntelligenceReport report, IntelligenceCommand command, Envelope envelope) => command switch
    {
        FileIntelligence c => Decide(report, c, envelope),
        GradeIntelligence c => Decide(report, c, envelope),
        ShareIntelligence c => Decide(report, c, envelope),
        AcknowledgeIntelligence c => Decide(report, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static IntelligenceCommand CommandFor(IntelligenceEvent fact) => fact switch
    {
        IntelligenceReportFiled e => new FileIntelligence(e),
        IntelligenceGraded e => new GradeIntelligence(e),
        IntelligenceShared e => new ShareIntelligence(e),
        IntelligenceAcknowledged e => new AcknowledgeIntelligence(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>The numbers of the admiralty code.</summary>
    private static bool IsGrade(int information) => information is >= 1 and <= 6;
}
