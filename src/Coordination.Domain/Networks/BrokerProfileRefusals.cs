using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public static class BrokerProfileRefusals
{
    public static readonly Refusal Unknown = new("broker_profile.unknown", "There is no such profile.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("broker_profile.exists", "This profile was opened before, for another broker.");

    public static readonly Refusal Closed = new("broker_profile.closed", "The profile is closed.");

    public static readonly Refusal Merged = new("broker_profile.merged", "The profile goes on in another one.");

    public static readonly Refusal WithItself =
        new("broker_profile.with_itself", "A profile cannot be merged with or into itself.", RefusalKind.Invalid);

    public static readonly Refusal OtherPerson =
        new("broker_profile.other_person", "The profile is of another person; two known persons are not one broker.");

    public static readonly Refusal OtherAgency =
        new("broker_profile.other_agency", "The agency that opened it or the task force closes a profile.", RefusalKind.Forbidden);
}
