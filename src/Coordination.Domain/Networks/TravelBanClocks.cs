using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>
/// An exit ban lapses by law where nobody decides or extends in time (UU 63/2024 Ps 97, Permenimipas 13/2025): whoever asked for it is told five days
/// and one day before the twentieth day, and three days before the last one on which an extension can arrive. An entry ban lapses with its last day
/// (UU 6/2011 Ps 102), and until then it can be extended: its requester is told three days before as well.
/// </summary>
public static class TravelBanClocks
{
    private static readonly int[] DecisionNotices = [5, 1];

    public static StreamClock Clock { get; } = new StreamClock<TravelBan>(TravelBanDecider.Kind, 2, Running);

    private static IEnumerable<Deadline> Running(TravelBan ban)
    {
        if (ban is not { IsOver: false, Requester: { } requester })
            return [];
        string[] recipients = [Audiences.Unit(requester.Agency, requester.Unit)];
        if (ban is { DecisionBy: { } lastDay, UrgentSince: { } asked })
            return DecisionNotices.Select(days => Of("decision", asked, lastDay, days));
        return ban is { ExtendBy: { } last, RunsSince: { } since } ? [Of("extension", since, last, ServiceLevels.BanExtensionNoticeDays)] : [];

        Deadline Of(string step, DateTimeOffset since, DateOnly last, int days) => new(
            AlertCodes.BanExpiry, $"notice/{step}/{last:yyyy-MM-dd}/t-{days}", Severity.High, since, Envelope.StartOf(last.AddDays(-days)), recipients,
            DeadlineFacts.Of(
                ("step", step), ("left", days.ToString(CultureInfo.InvariantCulture)), ("due", DeadlineFacts.Say(Envelope.EndOf(last)))))
        {
            Subjects = ban.Person is { } person ? [person] : [], Case = ban.Case,
        };
    }
}
