using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record BreakTheGlass(BreakGlassOpened Fact) : BreakGlassCommand;

public static partial class BreakGlassDecider
{
    /// <summary>Whether the officer holds the right is asked at the door. There is no extension: a second time needs the review of the first.</summary>
    public static Decision<BreakGlassEvent> Decide(GlassFile glass, BreakTheGlass command, Envelope envelope)
    {
        var (fact, now) = (command.Fact, envelope.RecordedAt);
        return glass switch
        {
            _ when glass.IsOpen(now) => glass.Opened!.Reason == fact.Reason ? Unchanged.Value : BreakGlassRefusals.StillOpen,
            { Opened: not null, Reviewed: false } => BreakGlassRefusals.ReviewPending,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when fact.Until <= now || fact.Until - now > GlassFile.Longest => BreakGlassRefusals.TooLong,
            _ => fact,
        };
    }
}
