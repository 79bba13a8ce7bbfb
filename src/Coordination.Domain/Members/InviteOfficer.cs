using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record InviteOfficer(OfficerInvited Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>
    /// Only while the member has the least of rights: who can set another's password can act as the other, and must not become both of two
    /// persons. Who has more gets a new password at the machine.
    /// </summary>
    public static Decision<OfficerEvent> Decide(Member member, InviteOfficer command, Envelope envelope) => member switch
    {
        _ when Authority.Over(member, envelope.By) is { } refusal => refusal,
        { IsSystem: true } or { Disabled: true } => MemberRefusals.Unknown,
        _ when !Authority.IsProduct(envelope.By) && HasMoreThanLeast(member) => MemberRefusals.InvitationTooStrong,
        _ when command.Fact.Until <= envelope.RecordedAt => MemberRefusals.BadPeriod,
        _ => command.Fact,
    };

    private static bool HasMoreThanLeast(Member member) => member.Periods.Any(period =>
        period.Rights.Role is not OfficerRole.Officer || period.Rights.Clearance >= Level.R || period.Rights.Privileges.Count > 0);
}
