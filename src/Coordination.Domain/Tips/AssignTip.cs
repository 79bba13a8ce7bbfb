using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Tips;

public sealed record AssignTip(TipAssigned Fact) : TipCommand;

public static partial class TipDecider
{
    /// <summary>Who gave it on owns it no longer, and may still have asked twice.</summary>
    public static Decision<TipEvent> Decide(Tip tip, AssignTip command, Envelope envelope)
    {
        var fact = command.Fact;
        var isThere = tip.Owner is { } now && (now.Agency, now.Unit) == (fact.ToAgency, fact.ToUnit);
        return tip switch
        {
            _ when isThere && tip.Owners.Contains(Audiences.Unit(envelope.By.Agency, envelope.By.Unit), StringComparer.Ordinal) => Unchanged.Value,
            _ when NotDesk(tip, envelope.By) is { } refusal => refusal,
            _ when isThere => Unchanged.Value,
            { Triage: null } => TipRefusals.NotTriaged,
            { HasOutcome: true } => TipRefusals.Answered,
            _ when Units.Unreachable(envelope.RecordedAt, fact.ToAgency, fact.ToUnit) is { } unknown => unknown,
            _ when AuthorityMatrix.Find(nameof(VerifyTip), Agencies.Find(fact.ToAgency)!.Kind, envelope.Day) is null => TipRefusals.CannotOwn,
            _ => fact,
        };
    }
}
