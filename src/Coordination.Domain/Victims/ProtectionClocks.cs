using System.Collections.Immutable;
using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

/// <summary>
/// Services that were agreed to and do not begin, a plan that the law wants within a week, a government that does not answer, visits that are missed.
/// A consent that is withdrawn stops the clock of its service; given again it starts another one.
/// </summary>
public static class ProtectionClocks
{
    private static readonly (FollowUp Milestone, int Days)[] Visits =
        [(FollowUp.Day30, 30), (FollowUp.Day90, 90), (FollowUp.Day180, 180), (FollowUp.Day365, 365)];

    public static StreamClock Clock { get; } = new StreamClock<Protection>(ProtectionDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(Protection protection)
    {
        if (protection.ReVictimisedAt is { } seen)
            yield return Of(protection, AlertCodes.Revictimisation, $"revict/{DeadlineFacts.Say(seen)}", Severity.High, seen, seen);
        if (protection.Closed is not null)
            yield break;
        foreach (var deadline in Care(protection).Concat(Legal(protection)).Concat(Return(protection)).Concat(Reintegration(protection)))
            yield return deadline;
    }

    private static IEnumerable<Deadline> Care(Protection protection)
    {
        // The same day, by the calendar of the place.
        if (!protection.WasSheltered && Agreed(protection, ServiceKind.Shelter) is { } asked)
            yield return Late(protection, Step("shelter", asked), asked.At, WorkingCalendar.EndOfDay(asked.At, 0, protection.Place));
        if (protection.HealthAssessedAt is null && Agreed(protection, ServiceKind.Health) is { } health)
            yield return Late(protection, Step("health", health), health.At, health.At + VictimServiceLevels.Emergency);
        if (protection.PsychosocialAssessedAt is null && Agreed(protection, ServiceKind.Psychosocial) is { } mind)
            yield return Late(protection, Step("psychosocial", mind), mind.At, mind.At + VictimServiceLevels.Psychosocial);
        if (protection is { Plan: null, PsychosocialAssessedAt: { } assessed })
        {
            var due = assessed + VictimServiceLevels.ServicePlan;
            yield return Late(protection, "plan/t-1", assessed, due - VictimServiceLevels.ServicePlanNotice, Severity.Medium, due);
            yield return Late(protection, "plan", assessed, due);
        }

        if (MissedInARow(protection) is { } missed && protection.LastSessionAt is { } last)
            yield return Late(protection, $"sessions/{missed}", last, last);
    }

    private static IEnumerable<Deadline> Legal(Protection protection)
    {
        if (protection.LegalAidAt is null && Agreed(protection, ServiceKind.LegalAid) is { } legal)
            yield return Late(protection, Step("legal-aid", legal), legal.At, legal.At + VictimServiceLevels.Legal);
        if (protection.WitnessRequest is null && Agreed(protection, ServiceKind.WitnessProtection) is { } witness)
            yield return Late(protection, Step("witness-protection", witness), witness.At, witness.At + VictimServiceLevels.Legal);
    }

    private static IEnumerable<Deadline> Return(Protection protection)
    {
        if (protection is { Handover: { IsAcknowledged: false } handed })
        {
            yield return Of(
                protection, AlertCodes.ServiceLate, $"local-government/{DeadlineFacts.Say(handed.At)}", Severity.High, handed.At,
                handed.At + VictimServiceLevels.LocalGovernmentAcknowledgement, unit: handed.Unit,
                also: Audiences.Unit(handed.Agency, handed.Unit));
        }

        if (protection is { Return: { } planned, ReturnPlannedAt: { } since, ArrivedAt: null } && planned.Checked.Count < Enum.GetValues<ReturnCheck>().Length)
        {
            // The day before somebody travels: the checklist is not done.
            var eve = WorkingCalendar.EndOfDay(new(planned.On.ToDateTime(new TimeOnly(12, 0)), Places.ZoneOf(protection.Place).Offset), -2, protection.Place);
            yield return Late(protection, $"checklist/{planned.On:yyyy-MM-dd}", since, eve, Severity.Medium);
        }
    }

    private static IEnumerable<Deadline> Reintegration(Protection protection)
    {
        if (protection is { Reintegration: null } && (protection.Handover?.At ?? protection.ArrivedAt) is { } home
            && protection.Agrees(ServiceKind.Reintegration))
            yield return Late(protection, "reintegration-plan", home, home + VictimServiceLevels.ReintegrationPlan);
        if (protection.ReintegrationSince is not { } since || !protection.Agrees(ServiceKind.Reintegration))
            yield break;
        foreach (var (milestone, days) in Visits)
        {
            // A visit in which nobody was met is a missed one, and known at once.
            if (protection.FollowUps.GetValueOrDefault(milestone) is not { } visit)
                yield return Late(protection, $"follow-up/{days}", since, since.AddDays(days) + VictimServiceLevels.FollowUpGrace, days: days);
            else if (!visit.Met)
                yield return Late(protection, $"follow-up/{days}", since, visit.At, days: days);
        }
    }

    /// <summary>Number of the last of two or more sessions in a row to which the person did not come.</summary>
    private static int? MissedInARow(Protection protection)
    {
        var last = protection.Sessions.Reverse().TakeWhile(session => !session.Value).Select(session => session.Key).ToList();
        return last.Count >= VictimServiceLevels.MissedSessions ? last[0] : null;
    }

    private static ServiceConsent? Agreed(Protection protection, ServiceKind service) =>
        protection.Consents.GetValueOrDefault(service) is { State: ConsentState.Given } consent ? consent : null;

    // The first has the name that it always had: what was raised for it stands.
    private static string Step(string service, ServiceConsent consent) =>
        consent.Times > 1 ? $"{service}/{Envelope.DayOf(consent.At):yyyy-MM-dd}" : service;

    private static Deadline Late(
        Protection protection, string step, DateTimeOffset since, DateTimeOffset due, Severity severity = Severity.High, DateTimeOffset? until = null,
        int? days = null) => Of(protection, AlertCodes.ServiceLate, step, severity, since, due, until, days);

    private static Deadline Of(
        Protection protection, string code, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, DateTimeOffset? until = null,
        int? days = null, string? unit = null, string? also = null)
    {
        (string, string)[] after = days is { } day ? [("days", day.ToString(CultureInfo.InvariantCulture))] : [];
        var facts = DeadlineFacts.Of(
            [("step", step.Split('/')[0]), ("unit", unit ?? protection.Lead?.Unit ?? ""), ("due", DeadlineFacts.Say(until ?? due)), .. after]);
        return new(code, step, severity, since, due, Recipients(protection, also), facts)
        {
            Subjects = [.. Persona.Each(protection.Person)], Case = protection.Case, Place = protection.Place,
        };
    }

    // Who began the services, who is to act, and who looks after victims by law.
    private static IReadOnlyList<string> Recipients(Protection protection, string? also) =>
    [
        .. protection.Lead is { } lead ? new[] { Audiences.Unit(lead.Agency, lead.Unit) } : [], .. also is null ? [] : new[] { also },
        Audiences.Agency("BP3MI"), Audiences.Agency("KEMENPPPA"),
    ];
}
