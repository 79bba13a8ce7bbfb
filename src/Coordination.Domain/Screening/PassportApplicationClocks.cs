using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

/// <summary>
/// What an application waits for: an answer after the interview, the review of a deferral, a unit that takes a referral up, a report from the field.
/// </summary>
public static class PassportApplicationClocks
{
    public static StreamClock Clock { get; } = new StreamClock<PassportApplication>(PassportApplicationDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(PassportApplication application) =>
        [.. Answers(application), .. Reviews(application), .. Referrals(application), .. FieldChecks(application)];

    private static IEnumerable<Deadline> Answers(PassportApplication application)
    {
        if (application is not { Status: PassportApplicationStatus.Received or PassportApplicationStatus.DeferralLifted, AnswerDueSince: { } since })
            yield break;
        var due = WorkingCalendar.EndOf(since, ServiceLevels.PassportAnswerWorkingDays, application.Place);
        yield return Of(application, AlertCodes.PassportLate, $"answer/{since.ToUnixTimeSeconds()}", Severity.Medium, since, due, Office(application));
    }

    private static IEnumerable<Deadline> Reviews(PassportApplication application)
    {
        if (application is not { Status: PassportApplicationStatus.Deferred, LastDeferral.ReviewOn: { } day, DeferredAt: { } since })
            yield break;
        // On the morning of the day itself: it is a reminder, and late only at its end.
        var begins = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Places.ZoneOf(application.Place).Offset).ToUniversalTime();
        var name = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return Of(application, AlertCodes.PassportReview, $"review/{name}", Severity.Low, since, begins, Office(application));
        yield return Of(application, AlertCodes.PassportReview, $"review/{name}/late", Severity.Medium, since, begins.AddDays(1), Office(application));
    }

    /// <summary>Both sides hear of a referral that nobody takes up: who sent the applicant may still call.</summary>
    private static IEnumerable<Deadline> Referrals(PassportApplication application) => application.Referrals
        .Where(referral => referral.AcceptedAt is null)
        .Select(referral => Of(
            application, AlertCodes.ReferralLate, $"referral/{referral.To}/{referral.At.ToUnixTimeSeconds()}", Severity.Medium, referral.At,
            WorkingCalendar.EndOf(referral.At, ServiceLevels.ReferralWorkingDays, referral.Place), [.. Office(application), referral.To]));

    private static IEnumerable<Deadline> FieldChecks(PassportApplication application) => application.FieldChecks
        .Where(check => check.Report is null)
        .Select(check => Of(
            application, AlertCodes.FieldCheckLate, $"field-check/{check.OrderNumber}", Severity.Medium, check.OrderedAt,
            WorkingCalendar.EndOf(check.OrderedAt, ServiceLevels.FieldCheckWorkingDays, check.Place), Office(application)));

    private static string[] Office(PassportApplication application) => [Audiences.Unit("IMIGRASI", application.Unit)];

    private static Deadline Of(
        PassportApplication application, string code, string step, Severity severity, DateTimeOffset since, DateTimeOffset due,
        IReadOnlyList<string> recipients) =>
        new(code, step, severity, since, due, recipients, DeadlineFacts.Of(("unit", application.Unit), ("due", DeadlineFacts.Say(due))))
        {
            Subjects = [.. Persona.Each(application.Applicant)], Place = application.Place,
        };
}
