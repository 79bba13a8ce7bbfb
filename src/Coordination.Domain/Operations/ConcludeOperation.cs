using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record ConcludeOperation(OperationConcluded Fact) : OperationCommand;

public static partial class OperationDecider
{
    /// <summary>The conclusion names everybody who was met: who is not named would be forgotten.</summary>
    public static Decision<OperationEvent> Decide(JointOperation operation, ConcludeOperation command, Envelope envelope)
    {
        var named = command.Fact.People.Distinct().ToList();
        return operation switch
        {
            _ when NoLead(operation, envelope.By) is { } refusal => refusal,
            { ConcludedAt: not null } => named.All(person => operation.Find(person) is not null)
                ? Unchanged.Value
                : OperationRefusals.AlreadyConcluded,
            { IsClosed: true } => OperationRefusals.Closed,
            { StartedAt: null } => OperationRefusals.NotStarted,
            _ when envelope.OccurredAt < operation.StartedAt => OperationRefusals.OutsideOperation,
            _ when Input.Blank(("summary", command.Fact.Summary)) is { } blank => blank,
            _ when named.Where(person => operation.Find(person) is null).ToArray() is { Length: > 0 } unknown =>
                OperationRefusals.PersonUnknown with { Details = Codes(unknown) },
            _ when operation.People.Select(met => met.Person).Except(named).ToArray() is { Length: > 0 } forgotten =>
                OperationRefusals.PersonsMissing with { Details = Codes(forgotten) },
            _ => command.Fact with { People = named },
        };
    }

    private static string[] Codes(IEnumerable<PersonRef> persons) => [.. persons.Select(person => person.Code)];
}
