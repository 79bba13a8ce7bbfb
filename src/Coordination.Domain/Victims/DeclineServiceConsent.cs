using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record DeclineServiceConsent(ServiceConsentDeclined Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>To say no has no consequence but that the service is not given.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, DeclineServiceConsent command)
    {
        var told = command.Fact;
        var fact = told with
        {
            Person = told.Person ?? protection.Person, IsChild = told.IsChild || protection.IsChild,
            Services = [.. told.Services.Distinct().Where(service => !Is(protection, service, ConsentState.Declined))],
        };
        return protection switch
        {
            _ when WrongPerson(protection, fact.Person) is { } refusal => refusal,
            _ when Input.Empty("services", told.Services) is { } empty => empty,
            _ when WrongGiver(fact.IsChild, fact.GivenBy) is { } refusal => refusal,
            _ when fact.Services.Where(protection.Agrees).ToArray() is { Length: > 0 } standing => ProtectionRefusals.ConsentStands with
            {
                Details = [.. standing.Select(service => service.ToString())],
            },
            _ when fact.Services is [] => Unchanged.Value,
            _ => fact,
        };
    }

    private static bool Is(Protection protection, ServiceKind service, ConsentState state) =>
        protection.Consents.GetValueOrDefault(service)?.State == state;
}
