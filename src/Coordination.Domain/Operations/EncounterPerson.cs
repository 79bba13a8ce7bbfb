using Coordination.Domain.Kernel;

namespace Coordination.Domain.Operations;

public sealed record EncounterPerson(PersonEncountered Fact) : OperationCommand;

public static partial class OperationDecider
{
    /// <summary>Telling more of somebody later is a correction: the last record of a person counts.</summary>
    public static Decision<OperationEvent> Decide(JointOperation operation, EncounterPerson command, Envelope envelope) => operation switch
    {
        _ when operation.Find(command.Fact.Person)?.Seen is { } seen && IsSame(seen, command.Fact) && Outsider(operation, envelope.By) is null =>
            Unchanged.Value,
        _ when NoField(operation, envelope) is { } refusal => refusal,
        _ when !IsCountry(command.Fact.Nationality) => OperationRefusals.NationalityMalformed,
        _ => command.Fact,
    };

    private static bool IsSame(PersonEncountered one, PersonEncountered other) =>
        one with { Findings = null } == other with { Findings = null } && Input.Same(one.Findings, other.Findings);

    private static bool IsCountry(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);
}
