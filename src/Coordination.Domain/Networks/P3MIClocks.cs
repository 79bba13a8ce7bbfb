using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>A correction that does not come, and a sanction about to end while nobody has looked whether its reasons have.</summary>
public static class P3MIClocks
{
    public static StreamClock Clock { get; } = new StreamClock<P3MI>(P3MIDecider.Kind, 2, Running);

    private static IEnumerable<Deadline> Running(P3MI company) =>
    [
        .. from finding in company.Findings
           where !finding.IsCompleted
           let due = Envelope.EndOf(finding.LastDay)
           select new Deadline(
               AlertCodes.PlacementAgency, $"finding/{finding.Number}/{finding.LastDay:yyyy-MM-dd}", Severity.High,
               finding.DemandedAt ?? finding.RaisedAt, due,
               [Audiences.Agency(Agencies.MigrantMinistry), Audiences.Unit(finding.Agency, finding.Unit)],
               DeadlineFacts.Of(("step", "finding"), ("number", finding.Number), ("licence", company.LicenceNumber ?? ""), ("due", DeadlineFacts.Say(due)))),
        .. from sanction in company.Sanctions
           where sanction is { IsLifted: false, Until: not null }
           let last = sanction.Until!.Value
           select new Deadline(
               AlertCodes.PlacementAgency, $"notice/sanction/{sanction.DecreeNumber}/{last:yyyy-MM-dd}", Severity.Medium, sanction.At,
               Envelope.StartOf(last.AddDays(-ServiceLevels.SanctionNoticeDays)), [Audiences.Unit(sanction.By.Agency, sanction.By.Unit)],
               DeadlineFacts.Of(
                   ("step", "sanction"), ("number", sanction.DecreeNumber), ("licence", company.LicenceNumber ?? ""),
                   ("due", DeadlineFacts.Say(Envelope.EndOf(last))))),
    ];
}
