using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Operations;

/// <summary>A meeting whose minutes are not there, and what it left to do that is not done.</summary>
public static class MeetingClocks
{
    public static StreamClock Clock { get; } = new StreamClock<TimporaMeeting>(MeetingDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(TimporaMeeting meeting) => meeting switch
    {
        { Convened: null } => [],
        { Minutes: null } => [Minutes(meeting, meeting.Convened.HeldAt)],
        _ => meeting.OpenItems.Select(item => Item(meeting, item)),
    };

    private static Deadline Minutes(TimporaMeeting meeting, DateTimeOffset held) => Of(
        meeting, "minutes", Severity.Medium, held, WorkingCalendar.EndOf(held, ServiceLevels.MeetingMinutesDays, meeting.Place),
        [Audiences.Unit(meeting.Convener.Agency, meeting.Convener.Unit), Audiences.Agency(Agencies.TaskForce)], "minutes", meeting.Convener.Unit);

    private static Deadline Item(TimporaMeeting meeting, ActionItem item)
    {
        var due = new DateTimeOffset(item.Due.AddDays(1).ToDateTime(TimeOnly.MinValue), Places.ZoneOf(meeting.Place).Offset).ToUniversalTime();
        return Of(
            meeting, $"action/{item.Number}", Severity.Medium, meeting.MinutesAt, due,
            [Audiences.Unit(item.Pic.Agency, item.Pic.Unit), Audiences.Unit(meeting.Convener.Agency, meeting.Convener.Unit)], "action", item.Pic.Unit);
    }

    private static Deadline Of(
        TimporaMeeting meeting, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, IReadOnlyList<string> recipients, string what,
        string unit) =>
        new(AlertCodes.MeetingLate, step, severity, since, due, recipients, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["step"] = what, ["unit"] = unit, ["due"] = due.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        })
        {
            Case = meeting.Convened!.Case, Place = meeting.Place,
        };
}
