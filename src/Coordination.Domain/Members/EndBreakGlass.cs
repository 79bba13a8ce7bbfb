using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record EndBreakGlass(BreakGlassEnded Fact) : BreakGlassCommand;

public static partial class BreakGlassDecider
{
    public static Decision<BreakGlassEvent> Decide(GlassFile glass, EndBreakGlass command, Envelope envelope) => glass switch
    {
        { Opened: null } => BreakGlassRefusals.NotOpen,
        _ when !Authority.IsProduct(envelope.By) && envelope.By.Id != glass.User!.Id => BreakGlassRefusals.NotUser,
        { EndedAt: not null } => Unchanged.Value,
        _ when command.Fact.ByClock && glass.IsOpen(envelope.RecordedAt) => BreakGlassRefusals.StillOpen,
        _ => new BreakGlassEnded(!glass.IsOpen(envelope.RecordedAt)),
    };
}
