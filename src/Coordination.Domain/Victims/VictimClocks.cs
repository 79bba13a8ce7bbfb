using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

/// <summary>A person who is thought to be a victim waits for a screening, then for a decision; a reflection period ends.</summary>
public static class VictimClocks
{
    public static StreamClock Clock { get; } = new StreamClock<Victim>(VictimDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(Victim victim)
    {
        if (victim.UnscreenedSince is { } referred)
            yield return Unscreened(victim, referred);
        if (victim.UndecidedSince is { } screened)
        {
            yield return Of(victim, AlertCodes.VictimLate, "decision", Severity.High, screened, screened + VictimServiceLevels.Decision);
        }

        if (victim is not { Reflection.Until: { } last, ReflectionSince: { } since })
            yield break;
        var end = WorkingCalendar.EndOfDay(NoonOf(last, victim.Place), 0, victim.Place);
        yield return Of(victim, AlertCodes.Reflection, "reflection/t-3", Severity.Medium, since, end - VictimServiceLevels.ReflectionNotice, end);
        yield return Of(victim, AlertCodes.Reflection, "reflection/end", Severity.High, since, end);
    }

    private static Deadline Unscreened(Victim victim, DateTimeOffset since) => victim.IsChild
        ? Of(victim, AlertCodes.Child, "screening", Severity.Critical, since, since + VictimServiceLevels.ChildScreening)
        : Of(victim, AlertCodes.VictimLate, "screening", Severity.High, since, since + VictimServiceLevels.Screening);

    private static Deadline Of(
        Victim victim, string code, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, DateTimeOffset? until = null) =>
        // A second referral, months later, starts a clock of its own.
        new(
            code, $"{step}/{DeadlineFacts.Say(since)}", severity, since, due, Recipients(victim.FirstBy),
            DeadlineFacts.Of(("step", step.Split('/')[0]), ("unit", victim.FirstBy?.Unit ?? ""), ("due", DeadlineFacts.Say(until ?? due))))
        {
            Subjects = [.. Persona.Each(victim.Person)], Case = victim.Case, Place = victim.Place,
        };

    private static IReadOnlyList<string> Recipients(Officer? first) =>
    [
        .. first is null ? Array.Empty<string>() : [Audiences.Unit(first.Agency, first.Unit)], Audiences.Agency("BP3MI"), Audiences.Agency("KEMENPPPA"),
    ];

    private static DateTimeOffset NoonOf(DateOnly day, string? place) => new(day.ToDateTime(new TimeOnly(12, 0)), Places.ZoneOf(place).Offset);
}
