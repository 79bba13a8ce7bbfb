using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public static class BreakGlassRefusals
{
    public static readonly Refusal NoRight =
        new("break_glass.no_right", "You do not hold the right to break the glass.", RefusalKind.Forbidden);

    public static readonly Refusal NotNeeded = new("break_glass.not_needed", "You may open this case without it.");

    public static readonly Refusal TooLong =
        new("break_glass.too_long", "It begins now and lasts at most four hours.", RefusalKind.Invalid);

    public static readonly Refusal StillOpen = new("break_glass.still_open", "It is open; give it back or let its time run out first.");

    public static readonly Refusal ReviewPending =
        new("break_glass.review_pending", "The last time is not reviewed yet; until then the glass stays whole.");

    public static readonly Refusal NotOpen = new("break_glass.not_open", "It is not open.", RefusalKind.NotFound);

    public static readonly Refusal NotUser = new("break_glass.not_user", "Only who broke the glass gives it back.", RefusalKind.NotFound);

    public static readonly Refusal OwnReview =
        new("break_glass.own_review", "Nobody reviews the own act.", RefusalKind.Forbidden);

    public static readonly Refusal NotReviewer = new(
        "break_glass.not_reviewer", "A head or coordinator of the case's owner or of the user's agency reviews it.", RefusalKind.Forbidden);
}
