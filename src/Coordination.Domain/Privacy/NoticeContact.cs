using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>The product's own command, written together with the question.</summary>
public sealed record NoticeContact(ContactNoticed Fact) : ContactNoticeCommand;

public static partial class ContactNoticeDecider
{
    public static Decision<ContactNoticeEvent> Decide(ContactNotice notice, NoticeContact command, Envelope envelope) =>
        notice.Noticed is null ? command.Fact : Unchanged.Value;
}
