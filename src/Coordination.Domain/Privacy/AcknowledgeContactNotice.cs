using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record AcknowledgeContactNotice(ContactNoticeAcknowledged Fact) : ContactNoticeCommand;

public static partial class ContactNoticeDecider
{
    public static Decision<ContactNoticeEvent> Decide(ContactNotice notice, AcknowledgeContactNotice command, Envelope envelope) => notice switch
    {
        _ when !notice.WasTold(envelope.By.Agency) => PrivacyRefusals.UnknownNotice,
        _ when notice.Acknowledged.Contains(envelope.By.Agency) => Unchanged.Value,
        _ => command.Fact,
    };
}
