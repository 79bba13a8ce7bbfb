using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

/// <summary>A wish about a broken glass; carries the fact that it asks to record.</summary>
public abstract record BreakGlassCommand;

public static partial class BreakGlassDecider
{
    public static StreamKind<GlassFile, BreakGlassEvent, BreakGlassCommand> Kind { get; } =
        new("break_glass", GlassFile.None, GlassFile.Evolve, Decide, CommandFor, readers: GlassFile.Readers);

    public static Decision<BreakGlassEvent> Decide(GlassFile glass, BreakGlassCommand command, Envelope envelope) => command switch
    {
        BreakTheGlass c => Decide(glass, c, envelope),
        EndBreakGlass c => Decide(glass, c, envelope),
        ReviewBreakGlass c => Decide(glass, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static BreakGlassCommand CommandFor(BreakGlassEvent fact) => fact switch
    {
        BreakGlassOpened e => new BreakTheGlass(e),
        BreakGlassEnded e => new EndBreakGlass(e),
        BreakGlassReviewed e => new ReviewBreakGlass(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
