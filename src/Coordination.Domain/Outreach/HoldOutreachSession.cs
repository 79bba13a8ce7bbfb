using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Outreach;

public sealed record HoldOutreachSession(OutreachSessionHeld Fact) : OutreachSessionCommand;

public static partial class OutreachSessionDecider
{
    public static Decision<OutreachSessionEvent> Decide(OutreachSession session, HoldOutreachSession command, Envelope envelope)
    {
        var fact = command.Fact;
        return session switch
        {
            { Held: { } held } => Input.SameBody(held, fact) ? Unchanged.Value : OutreachRefusals.SessionExists,
            _ when Places.Missing(fact.Village) is { } unknown => unknown,
            _ when Input.Blank(("material", fact.Material), ("materialVersion", fact.MaterialVersion)) is { } blank => blank,
            _ when fact.Women < 0 || fact.Men < 0 || fact.Youth < 0 || fact.Youth > fact.Women + fact.Men =>
                OutreachRefusals.OutOfRange with { Details = ["women", "men", "youth"] },
            _ when fact.PreScore is < 0 or > 100 || fact.PostScore is < 0 or > 100 =>
                OutreachRefusals.OutOfRange with { Details = ["preScore", "postScore"] },
            _ => fact,
        };
    }
}
