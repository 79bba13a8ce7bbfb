using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record WithdrawServiceConsent(ServiceConsentWithdrawn Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    public static Decision<ProtectionEvent> Decide(Protection protection, WithdrawServiceConsent command)
    {
        var fact = command.Fact with
        {
            Services = [.. command.Fact.Services.Distinct().Where(service => !Is(protection, service, ConsentState.Withdrawn))],
        };
        return protection switch
        {
            { Person: null } => ProtectionRefusals.Unknown,
            _ when Input.Empty("services", command.Fact.Services) is { } empty => empty,
            _ when WrongGiver(protection.IsChild, fact.GivenBy) is { } refusal => refusal,
            _ when fact.Services.Where(service => !protection.Agrees(service)).ToArray() is { Length: > 0 } without => ProtectionRefusals.NoConsent with
            {
                Details = [.. without.Select(service => service.ToString())],
            },
            _ when fact.Services is [] => Unchanged.Value,
            _ => fact,
        };
    }
}
