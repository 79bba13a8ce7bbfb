using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public static class SurveillanceRefusals
{
    public static readonly Refusal Unknown = new("surveillance.unknown", "There is no such surveillance.", RefusalKind.NotFound);

    public static readonly Refusal NotOwner = new("surveillance.not_owner", "Another agency's surveillance is not known.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("surveillance.exists", "This surveillance was declared before, with another target.");

    public static readonly Refusal ContactElsewhere =
        new("surveillance.contact_elsewhere", "The contact is a unit of the own agency.", RefusalKind.Invalid);
}
