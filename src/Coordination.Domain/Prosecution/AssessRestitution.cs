using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public sealed record AssessRestitution(RestitutionAssessed Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    /// <summary>A new assessment takes the place of the last until it is claimed.</summary>
    public static Decision<ProsecutionEvent> Decide(Matter matter, AssessRestitution command, Envelope envelope)
    {
        var fact = command.Fact;
        return matter.RestitutionOf(fact.Victim) switch
        {
            _ when matter.Stage == MatterStage.None => ProsecutionRefusals.NoReport,
            { AssessmentNumber: { } number } when number == fact.AssessmentNumber => Unchanged.Value,
            { ClaimNumber: not null } => RestitutionRefusals.AlreadyClaimed,
            _ when Input.Blank(("assessmentNumber", fact.AssessmentNumber)) is { } blank => blank,
            _ when fact.AmountRupiah <= 0 => RestitutionRefusals.AmountMissing,
            _ => fact,
        };
    }
}
