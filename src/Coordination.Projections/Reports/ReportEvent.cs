using Coordination.Domain.Kernel;
using Coordination.Projections.Cases;

namespace Coordination.Projections.Reports;

/// <summary>An event that a report may use: one that its reader may see.</summary>
/// <param name="Marking">As it is by now, with what was shared and withdrawn since.</param>
public sealed record ReportEvent(
    Guid Id, Guid Stream, long Position, string Alias, object Body, Envelope Envelope, IReadOnlyList<PersonRef> Persons, Marking Marking);

/// <param name="Events">In log order; the first is the one that the report is about.</param>
/// <param name="Withheld">Further events that the reader may know to exist and no more.</param>
public sealed record ReportInput(IReadOnlyList<ReportEvent> Events, long Position, DateTimeOffset KnownAt, int Withheld);

/// <summary>What the events of a report have in common, for whoever writes one.</summary>
public static class ReportMaking
{
    /// <summary>As secret as the most secret of all, and for those alone who may read all of them.</summary>
    public static Marking MarkingOf(IReadOnlyList<ReportEvent> events) =>
        Marking.Strictest([.. events.Select(one => (one.Marking, one.Envelope.By.Agency))]);

    /// <summary>The events in log order, each as people call it.</summary>
    public static IReadOnlyList<ReportSource> SourcesOf(IReadOnlyList<ReportEvent> events) =>
    [
        .. events.OrderBy(one => one.Position)
            .Select(one => new ReportSource(one.Id, one.Position, one.Envelope.RecordedAt, EventSentences.GlossOf(one.Alias).Id)),
    ];

    /// <summary>The event in one sentence, without anyone's identity.</summary>
    public static Wording Told(ReportEvent one) => EventSentences.Of(one.Body, one.Envelope, one.Persons);

    /// <summary>Streams that the event says its own rests on.</summary>
    public static IReadOnlyList<Guid> BasisOf(ReportEvent one) => TimelineTies.BasisOf(one.Stream, one.Body);

    public static IReadOnlyList<Guid> Ids(IEnumerable<ReportEvent> events) => [.. events.OrderBy(one => one.Position).Select(one => one.Id).Distinct()];
}
