using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Projections.Reports;

namespace Coordination.Host.Reports;

/// <summary>
/// An export is a look at what the report is about and at each thing whose events it is made of: who must give one of them back is found by it.
/// </summary>
internal static class ReportLooks
{
    /// <param name="events">What the report is made of; the first is of what it is about.</param>
    /// <param name="position">Of the report.</param>
    /// <param name="viewsAt">How far the views were when it was made.</param>
    public static Task Exported(this IAccessLog access, Officer by, IReadOnlyList<ReportEvent> events, long position, long viewsAt, CancellationToken ct) =>
        Task.WhenAll(events.GroupBy(one => one.Stream).Select(ofThing => access.Record(
            new Look(
                by, "report_exported", Look.Casework, Look.TargetOf(Catalogue.Find(ofThing.First().Alias)!.Stream.Type, ofThing.Key),
                PersonsOf(ofThing.Key == events[0].Stream ? events : ofThing), position) { ViewsAt = viewsAt },
            ct)));

    private static IReadOnlyList<Guid> PersonsOf(IEnumerable<ReportEvent> events) =>
        [.. events.SelectMany(one => one.Persons).Select(person => person.Value).Distinct()];
}
