using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record DisableOfficer(OfficerDisabled Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>A head, or the operator who sees an account being misused: stopping is urgent, so one person is enough.</summary>
    public static Decision<OfficerEvent> Decide(Member member, DisableOfficer command, Envelope envelope) => member switch
    {
        _ when !IsOperator(member, envelope.By) && Authority.Over(member, envelope.By) is { } refusal => refusal,
        _ when command.Fact is { From: null, Until: null } && member.IsDisabledAt(envelope.RecordedAt) => Unchanged.Value,
        _ when member.Disablements.EndWith(new(true, command.Fact.From ?? envelope.RecordedAt, command.Fact.Until)) => Unchanged.Value,
        _ when Input.Blank(("reason", command.Fact.Reason)) is { } blank => blank,
        _ when Authority.Period(command.Fact.From ?? envelope.RecordedAt, command.Fact.Until) is { } wrong => wrong,
        _ => command.Fact,
    };

    private static bool IsOperator(Member member, Officer by) => by.Role == OfficerRole.Operator && member.Username.Length > 0;
}
