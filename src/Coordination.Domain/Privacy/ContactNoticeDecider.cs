using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A wish about a notice; carries the fact that it asks to record.</summary>
public abstract record ContactNoticeCommand;

public static partial class ContactNoticeDecider
{
    public static StreamKind<ContactNotice, ContactNoticeEvent, ContactNoticeCommand> Kind { get; } =
        new("contact_notice", ContactNotice.None, ContactNotice.Evolve, Decide, CommandFor);

    public static Decision<ContactNoticeEvent> Decide(ContactNotice notice, ContactNoticeCommand command, Envelope envelope) => command switch
    {
        NoticeContact c => Decide(notice, c, envelope),
        AcknowledgeContactNotice c => Decide(notice, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static ContactNoticeCommand CommandFor(ContactNoticeEvent fact) => fact switch
    {
        ContactNoticed e => new NoticeContact(e),
        ContactNoticeAcknowledged e => new AcknowledgeContactNotice(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };
}
