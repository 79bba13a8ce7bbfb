using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;

namespace Coordination.Host.JointOperations;

/// <summary>An operation in a list.</summary>
/// <param name="Status">proposed, rejected, approved, started, concluded, cancelled or final.</param>
/// <param name="Lead">Unit that leads.</param>
/// <param name="Met">Persons whom it met.</param>
/// <param name="WithoutOutcome">How many of them have no outcome yet.</param>
/// <param name="Draft">Number of the draft that stands; null before there is one.</param>
public sealed record OperationListItem(
    Guid Id, string Title, string Status, UnitAddress Lead, IReadOnlyList<string> Agencies, IReadOnlyList<string> Places, DateTimeOffset From,
    DateTimeOffset Until, int Met, int WithoutOutcome, int? Draft, Marking Marking, long Position);

/// <param name="Code">What stands in place of a name.</param>
/// <param name="Outcome">Null while there is none.</param>
public sealed record OperationPerson(string Code, bool IsVictim, bool IsChild, bool IsSecured, string? Outcome, UnitAddress? Receiver);

public sealed record OperationEntry(DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Agency, string? Place, string Sentence);

/// <param name="Concurs">Null while the agency has not answered.</param>
public sealed record OperationAnswer(string Agency, bool? Concurs, string? Words);

/// <summary>One operation: who takes part, whom it met, what is missing, and its chronology, the last first.</summary>
/// <param name="WithoutOrder">Agencies whose order is missing.</param>
/// <param name="FieldArrival">How soon the records of the field arrived; two hours are allowed.</param>
/// <param name="Conclusion">By when it is, or was, to be concluded; null before the start.</param>
public sealed record OperationDetail(
    OperationListItem Item, string Purpose, IReadOnlyList<string> WithoutOrder, bool Briefed, IReadOnlyList<OperationPerson> People,
    IReadOnlyList<OperationAnswer> Answers, ArrivalTimes FieldArrival, StepTime? Conclusion, IReadOnlyList<OperationEntry> Chronology, int Withheld);

internal static class OperationShapes
{
    public static OperationListItem Item(this OperationView view, Viewer viewer)
    {
        var (state, proposal) = (view.State, view.State.Proposal!);
        return new(
            view.Id, proposal.Title, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.Status.ToString()), state.Lead, state.Agencies,
            proposal.Target.Places, proposal.Target.From, proposal.Target.Until, state.People.Count, state.WithoutOutcome.Count(), state.Draft?.Draft,
            Visibility.AsTold(viewer, view.Marking, state.ProposedBy!.Agency), view.Position);
    }

    public static OperationDetail Detail(this OperationView view, Viewer viewer, string language) => new(
        view.Item(viewer), view.State.Proposal!.Purpose, [.. view.State.WithoutOrder], view.State.Briefing is not null,
        [
            .. view.State.People.Select(met => new OperationPerson(
                met.Person.Code, met.Victim is not null, met.IsChild, met.IsSecured, met.Outcome?.Outcome.ToString(), met.Outcome?.Receiver)),
        ],
        [
            .. view.State.Agencies.Select(agency => view.State.Answers.FirstOrDefault(answer => answer.Agency == agency) is { } answer
                ? new OperationAnswer(agency, answer.Concurs, answer.Words)
                : new OperationAnswer(agency, null, null)),
        ],
        view.State.FieldArrival,
        view.State.Conclusion,
        [.. view.Lines.Select(line => new OperationEntry(line.OccurredAt, line.RecordedAt, line.Agency, line.Place, line.Told.In(language)))], view.Withheld);
}
