using Coordination.Domain.Kernel;

namespace Coordination.Domain.Cases;

public sealed record AddCaseSubject(CaseSubjectAdded Fact) : CaseCommand;

public static partial class CaseDecider
{
    /// <summary>
    /// Added again in another role or status, the person has that one from then on; history keeps the former. Said at a lower level it is a new word.
    /// </summary>
    public static Decision<CaseEvent> Decide(CaseFile file, AddCaseSubject command, Envelope envelope) => file switch
    {
        _ when NotAtWork(file, envelope.By) is { } refusal => refusal,
        _ when file.Subjects.GetValueOrDefault(command.Fact.Subject.Person) == command.Fact.Subject
            && file.SubjectLevels[command.Fact.Subject.Person] <= envelope.Marking.Level => Unchanged.Value,
        _ when HiddenFromMembers(envelope.Marking) is { } hidden => hidden,
        _ => command.Fact,
    };
}
