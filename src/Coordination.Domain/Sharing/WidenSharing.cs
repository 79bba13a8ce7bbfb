using Coordination.Domain.Kernel;

namespace Coordination.Domain.Sharing;

public sealed record WidenSharing(SharingWidened Fact) : SharingCommand
{
    public override SharingEvent Asked => Fact;
}

public static partial class SharingDecider
{
    /// <summary>
    /// The owner shares as it likes and a reader may share on, unless a handling code keeps that to the owner or the level asks for a second
    /// person; then it takes a consent. What is written is only what is new.
    /// </summary>
    public static Decision<SharingEvent> Decide(ThingSharing sharing, WidenSharing command, Envelope envelope)
    {
        var (fact, marking) = (command.Fact, sharing.Effective(command.Facts.Marking));
        return command switch
        {
            _ when NoReader(command) is { } unknown => unknown,
            _ when fact.Thing.Kind == "intelligence_report" => SharingRefusals.IntelligenceIsShared,
            _ when RecipientsProblem(marking, fact.Recipients, envelope.RecordedAt) is { } problem => problem,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when MayNotWiden(sharing, marking, fact, envelope.By) is { } refusal => refusal,
            _ when Input.Places("caveats", fact.Caveats, Caveat.IsUnknown) is { Length: > 0 } caveats =>
                SharingRefusals.UnknownCaveat with { Details = caveats },
            _ => News(marking, fact) is { } news ? news : Unchanged.Value,
        };
    }

    private static Refusal? MayNotWiden(ThingSharing sharing, Marking marking, SharingWidened fact, Officer by) => marking switch
    {
        _ when sharing.Allows(fact.Recipients) => null,
        { Level: Level.SR } => SharingRefusals.SecondPersonNeeded,
        { IsOriginatorControlled: true } when fact.Thing.Owner != by.Agency => SharingRefusals.ConsentNeeded,
        _ => null,
    };

    private static SharingWidened? News(Marking marking, SharingWidened fact)
    {
        Recipient[] recipients =
        [
            .. fact.Recipients.DistinctBy(to => to.ToAudience(), StringComparer.Ordinal).Where(to => !IsIn(marking, to.ToAudience())),
        ];
        string[] caveats = [.. (fact.Caveats ?? []).Except(marking.Caveats, StringComparer.Ordinal)];
        return recipients is [] && caveats is [] ? null : fact with { Recipients = recipients, Caveats = caveats is [] ? null : caveats };
    }

    private static bool IsIn(Marking marking, string group) =>
        marking.Within.Prepend(marking.Audience).All(list => list.Contains(group, StringComparer.Ordinal));
}
