using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Host.Reports;
using Coordination.Projections;
using Coordination.Projections.Reports;

namespace Coordination.Host.JointOperations;

/// <summary>A line of the chronology.</summary>
public sealed record OperationLine(DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Agency, string? Place, Wording Told);

/// <summary>An operation as its reader may see it now.</summary>
/// <param name="Marking">Of the proposal, with what was shared and withdrawn since.</param>
/// <param name="Withheld">Events that the reader may know to exist and no more.</param>
public sealed record OperationView(
    Guid Id, JointOperation State, IReadOnlyList<OperationLine> Lines, Marking Marking, long Position, int Withheld, IReadOnlyList<Guid> Persons);

/// <summary>Folds what a reader may see of one operation: the same events that its report is made of.</summary>
public sealed class OperationReader
{
    private readonly ReportPositions _positions;
    private readonly ReportInputs _inputs;

    internal OperationReader(ReportPositions positions, ReportInputs inputs)
    {
        _positions = positions;
        _inputs = inputs;
    }

    /// <summary>Null when the reader may not know of it, exactly as when there is none.</summary>
    public async Task<OperationView?> Find(Viewer viewer, Guid id, CancellationToken ct)
    {
        if (await _positions.Find(null, null, ct) is not { } moment
            || await _inputs.Of(viewer, id, moment, _ => [], _ => false, ct) is not { } input || input.Events[0].Body is not JointOperationProposed)
            return null;
        var state = input.Events.Aggregate(JointOperation.None, (before, one) => JointOperation.Evolve(before, (OperationEvent)one.Body, one.Envelope));
        return new(
            id, state,
            [
                .. input.Events.OrderByDescending(one => one.Envelope.OccurredAt).ThenByDescending(one => one.Position).Select(one => new OperationLine(
                    one.Envelope.OccurredAt, one.Envelope.RecordedAt, one.Envelope.By.Agency, one.Envelope.Place, ReportMaking.Told(one))),
            ],
            input.Events[0].Marking, moment.Position, input.Withheld, [.. input.Events.SelectMany(one => one.Persons).Select(person => person.Value).Distinct()]);
    }
}
