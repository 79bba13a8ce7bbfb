using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record ReviewBreakGlass(BreakGlassReviewed Fact) : BreakGlassCommand;

public static partial class BreakGlassDecider
{
    /// <summary>Due within 72 hours; never by who broke it. A review while it is open ends it.</summary>
    public static Decision<BreakGlassEvent> Decide(GlassFile glass, ReviewBreakGlass command, Envelope envelope) => glass switch
    {
        { Opened: null } => BreakGlassRefusals.NotOpen,
        _ when envelope.By.Id == glass.User!.Id && !Authority.IsProduct(envelope.By) => BreakGlassRefusals.OwnReview,
        _ when !IsReviewer(glass, envelope.By) => BreakGlassRefusals.NotReviewer,
        { Reviewed: true } => Unchanged.Value,
        _ when Input.Blank(("note", command.Fact.Note)) is { } blank => blank,
        _ => command.Fact,
    };

    private static bool IsReviewer(GlassFile glass, Officer by) => Authority.IsProduct(by)
        || (by.Role is OfficerRole.UnitHead or OfficerRole.Coordinator && (by.Agency == glass.Opened!.Owner || by.Agency == glass.User!.Agency));
}
