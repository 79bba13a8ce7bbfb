using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record DisableOfficer(OfficerDisabled Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>A head, or the operator who sees an account being misused: stopping is urgent, so one person is enough.</summary>
    public static Decision<OfficerEvent> Decide(Member member, DisableOfficer command, Envelope envelope) => member switch
    {
        _ when !IsOperator(member, envelope.By) && Authority.Over(member, envelope.By) is { } refusal => refusal,
        { Disabled: true } => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ => command.Fact,
    };

    private static bool IsOperator(Member member, Officer by) => by.Role == OfficerRole.Operator && member.Username.Length > 0;
}
