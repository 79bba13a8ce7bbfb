using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Intelligence;

/// <summary>What was shared, withdrawn and permitted beside the report's own stream is filled in by the write path.</summary>
public sealed record ShareIntelligence(IntelligenceShared Fact) : IntelligenceCommand
{
    /// <summary>The report's marking now; null = its own stream says all.</summary>
    public Marking? Now { get; init; }

    /// <summary>Groups that somebody who may has permitted it to reach.</summary>
    public IReadOnlyList<string> Permitted { get; init; } = [];
}

public static partial class IntelligenceDecider
{
    /// <summary>
    /// The originator shares as it likes. A recipient may share on, unless a handling code keeps that to the originator; for anybody else
    /// the report does not exist. What is written is only what is new: whom it had not reached, which handling it had not.
    /// </summary>
    public static Decision<IntelligenceEvent> Decide(IntelligenceReport report, ShareIntelligence command, Envelope envelope)
    {
        var (fact, marking) = (command.Fact, command.Now ?? report.Marking);
        return report switch
        {
            { IsFiled: false } => IntelligenceRefusals.Unknown,
            _ when MayNotShare(report, marking, command, envelope.By) is { } refusal => refusal,
            _ when Input.Empty("recipients", fact.Recipients) is { } empty => empty,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when fact.Recipients.Select(to => Units.Unreachable(envelope.RecordedAt, to.Agency, to.Unit)).FirstOrDefault(no => no is not null) is { } unknown =>
                unknown,
            _ when marking.Level == Level.SR && fact.Recipients.Any(to => to.Officer is null) => IntelligenceRefusals.NamedOfficersOnly,
            _ when marking.Level == Level.SR && !IsPermitted(command) => IntelligenceRefusals.SecondPersonNeeded,
            _ when Input.Places("caveats", fact.Caveats, Caveat.IsUnknown) is { Length: > 0 } caveats =>
                IntelligenceRefusals.UnknownCaveat with { Details = caveats },
            _ => News(marking, fact) is { } news ? news : Unchanged.Value,
        };
    }

    private static Refusal? MayNotShare(IntelligenceReport report, Marking marking, ShareIntelligence command, Officer by) => report switch
    {
        _ when report.Originator == by.Agency => null,
        _ when !report.DeliveriesTo(by).Any() || IsRecalled(marking, by) => IntelligenceRefusals.NotAddressed,
        _ when marking.IsOriginatorControlled && !IsPermitted(command) => IntelligenceRefusals.OriginatorControl,
        _ => null,
    };

    private static bool IsRecalled(Marking marking, Officer by) =>
        !marking.Within.All(list => list.Any(Viewer.Of(by).Groups.Contains));

    private static bool IsPermitted(ShareIntelligence command) =>
        command.Fact.Recipients.All(to => command.Permitted.Contains(to.ToAudience(), StringComparer.Ordinal));

    private static IntelligenceShared? News(Marking marking, IntelligenceShared fact)
    {
        Recipient[] recipients =
        [
            .. fact.Recipients.DistinctBy(to => to.ToAudience(), StringComparer.Ordinal)
                .Where(to => !marking.Within.Prepend(marking.Audience).All(list => list.Contains(to.ToAudience(), StringComparer.Ordinal))),
        ];
        string[] caveats = [.. (fact.Caveats ?? []).Except(marking.Caveats, StringComparer.Ordinal)];
        return recipients is [] && caveats is [] ? null : fact with { Recipients = recipients, Caveats = caveats is [] ? null : caveats };
    }
}
