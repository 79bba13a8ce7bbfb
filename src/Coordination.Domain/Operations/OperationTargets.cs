using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

/// <summary>Form of a target.</summary>
internal static class OperationTargets
{
    public static Refusal? Problem(OperationTarget target) => target switch
    {
        _ when Input.Empty("target.places", target.Places) is { } empty => empty,
        _ when target.Places.Select(Places.Missing).FirstOrDefault(no => no is not null) is { } unknown => unknown,
        _ when target.Until < target.From => OperationRefusals.PeriodReversed,
        _ => null,
    };

    public static bool Same(OperationTarget one, OperationTarget other) =>
        one.From == other.From && one.Until == other.Until && Input.Same(one.Places, other.Places) && Input.Same(one.Persons, other.Persons)
        && Input.Same(one.Contacts, other.Contacts) && Input.Same(one.Entities, other.Entities);
}
