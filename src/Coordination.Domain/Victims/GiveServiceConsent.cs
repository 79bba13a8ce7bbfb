using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public sealed record GiveServiceConsent(ServiceConsentGiven Fact) : ProtectionCommand;

public static partial class ProtectionDecider
{
    /// <summary>Written down is what was not agreed before.</summary>
    public static Decision<ProtectionEvent> Decide(Protection protection, GiveServiceConsent command)
    {
        var told = command.Fact;
        var fact = told with
        {
            Person = told.Person ?? protection.Person, IsChild = told.IsChild || protection.IsChild,
            Services = [.. told.Services.Distinct().Where(service => !protection.Agrees(service))],
        };
        return protection switch
        {
            _ when WrongPerson(protection, fact.Person) is { } refusal => refusal,
            { Closed: not null } => ProtectionRefusals.Closed,
            _ when Input.Empty("services", told.Services) is { } empty => empty,
            _ when WrongGiver(fact.IsChild, fact.GivenBy) is { } refusal => refusal,
            _ when fact.Services is [] => Unchanged.Value,
            _ => fact,
        };
    }
}
