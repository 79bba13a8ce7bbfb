using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public static class MeetingRefusals
{
    public static readonly Refusal Unknown = new("meeting.unknown", "There is no such meeting.", RefusalKind.NotFound);

    public static readonly Refusal NotInvited = new("meeting.not_invited", "The agency was not invited.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("meeting.exists", "This meeting was convened before, at another time or with others.");

    public static readonly Refusal NotConvener =
        new("meeting.not_convener", "The unit that convened it or the task force issues the minutes.", RefusalKind.Forbidden);

    public static readonly Refusal NotHeld = new("meeting.not_held", "The meeting has not begun.");

    public static readonly Refusal AlreadyIssued = new("meeting.already_issued", "The minutes were issued before, with other contents.");

    public static readonly Refusal NumberTwice =
        new("meeting.number_twice", "Two action items have the same number.", RefusalKind.Invalid);

    public static readonly Refusal NoItem = new("meeting.no_item", "The minutes have no such action item.", RefusalKind.Invalid);

    public static readonly Refusal NotPic =
        new("meeting.not_pic", "The unit that answers for the item or the convener completes it.", RefusalKind.Forbidden);

    public static readonly Refusal AlreadyCompleted = new("meeting.already_completed", "The item was completed before, with another result.");
}
