using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;

namespace Coordination.Projections.Reports;

/// <summary>What the visible events of an operation come to, and which of them says what.</summary>
internal sealed class OperationFacts
{
    public OperationFacts(ReportInput input)
    {
        Input = input;
        Own = [.. input.Events.Where(one => one.Body is OperationEvent)];
        State = Own.Aggregate(JointOperation.None, (state, one) => JointOperation.Evolve(state, (OperationEvent)one.Body, one.Envelope));
    }

    public ReportInput Input { get; }

    /// <summary>Events of the operation itself.</summary>
    public IReadOnlyList<ReportEvent> Own { get; }

    public JointOperation State { get; }

    public string? Place => State.Place;

    public IEnumerable<ReportEvent> Of<TBody>() => Input.Events.Where(one => one.Body is TBody);

    public IReadOnlyList<Guid> All<TBody>() => ReportMaking.Ids(Of<TBody>());

    public IReadOnlyList<Guid> Last<TBody>() => Of<TBody>().LastOrDefault() is { } last ? [last.Id] : [];

    /// <summary>Every event that tells of the person.</summary>
    public IReadOnlyList<Guid> About(PersonRef person) => ReportMaking.Ids(
        Own.Where(one => one.Body is FieldEvent or OperationOutcomeAssigned or PunitiveOutcomeWithdrawn && one.Body is IConcernsPersons body && body.Persons().Contains(person)));

    /// <summary>A figure rests on what was counted; that there was nothing to count, on the whole record of the operation.</summary>
    public IReadOnlyList<Guid> CountOf(IReadOnlyList<Guid> counted) => counted.Count > 0 ? counted : ReportMaking.Ids(Own);

    public ReportParagraph Said<TBody>(Func<TBody, string?> say)
        where TBody : class =>
        Of<TBody>().LastOrDefault() is { } last && say((TBody)last.Body) is { Length: > 0 } text ? new(text, [last.Id]) : new(OperationReport.Nothing, []);

    public string Moment(DateTimeOffset at) => ReportTime.Moment(at, Place);
}
