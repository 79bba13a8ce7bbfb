using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

public sealed record RenderVerdict(VerdictRendered Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    /// <summary>Several accused may have a verdict each.</summary>
    public static Decision<ProsecutionEvent> Decide(Matter matter, RenderVerdict command, Envelope envelope)
    {
        var fact = command.Fact with { Articles = [.. command.Fact.Articles.Select(LegalBases.Normal)] };
        return matter switch
        {
            { Court: null } => CaseFileRefusals.NotIndicted,
            _ when matter.Court != envelope.By.Unit => CaseFileRefusals.OtherCourt,
            _ when matter.Verdicts.Contains(fact.VerdictNumber, StringComparer.Ordinal) => Unchanged.Value,
            _ when Input.Blank(("verdictNumber", fact.VerdictNumber)) is { } blank => blank,
            _ when fact.Outcome == VerdictOutcome.Convicted && Input.Empty("articles", fact.Articles) is { } empty => empty,
            _ when fact.TermMonths < 0 || fact.FineRupiah < 0 => CaseFileRefusals.AmountNegative,
            _ => fact,
        };
    }
}
