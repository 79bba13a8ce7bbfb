using Coordination.Domain.Kernel;

namespace Coordination.Domain.Members;

public sealed record RegisterClient(ClientRegistered Fact) : OfficerCommand;

public static partial class OfficerDecider
{
    /// <summary>A system works for one unit; its head registers it.</summary>
    public static Decision<OfficerEvent> Decide(Member member, RegisterClient command, Envelope envelope)
    {
        var fact = command.Fact;
        return member switch
        {
            _ when CannotBegin(fact.Username, fact.Agency, fact.Unit, envelope.By) is { } refusal => refusal,
            { Username: not "" } => IsSame(member, fact.Agency, fact.Unit, system: true) ? Unchanged.Value : MemberRefusals.Exists,
            _ when fact.Scopes.Count == 0 || fact.Scopes.Except(Scopes.All, StringComparer.Ordinal).Any() => MemberRefusals.UnknownScope,
            _ => Authority.Period(fact.From ?? envelope.RecordedAt, fact.Until) is { } wrong ? wrong : fact,
        };
    }
}
