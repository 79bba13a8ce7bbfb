using System.Globalization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Privacy;

/// <summary>Clocks of the law on personal data: 72 hours to tell of a breach, 72 hours to answer a person, and patterns of looking, at once.</summary>
public static class PrivacyClocks
{
    /// <summary>When nobody was told yet: after one day, after two, and when the time of the law is over.</summary>
    private static readonly (int Hours, Severity Severity)[] BreachSteps = [(24, Severity.High), (48, Severity.High), (72, Severity.Critical)];

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(24);

    public static StreamClock OfBreach { get; } = new StreamClock<Breach>(BreachDecider.Kind, 1, Running);

    public static StreamClock OfRequest { get; } = new StreamClock<SubjectRequest>(SubjectRequestDecider.Kind, 1, Running);

    public static StreamClock OfAnomaly { get; } = new StreamClock<AccessAnomaly>(AccessAnomalyDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(Breach breach) => breach is { IsNotified: false, IsClosed: false, Declared: { } declared, DueAt: { } due }
        ? BreachSteps.Select(step => new Deadline(
            AlertCodes.Breach, $"{step.Hours}", step.Severity, declared.KnownAt, declared.KnownAt.AddHours(step.Hours), breach.Recipients,
            DeadlineFacts.Of(
                ("hours", (ServiceLevels.BreachNotice.TotalHours - step.Hours).ToString(CultureInfo.InvariantCulture)), ("due", DeadlineFacts.Say(due))))
        {
            Subjects = [.. declared.Persons()],
        })
        : [];

    private static IEnumerable<Deadline> Running(SubjectRequest request) => request.Status == RequestStatus.Open
        ? [Of("ahead", Severity.Medium, request.DueAt - Ahead, request), Of("late", Severity.High, request.DueAt, request)]
        : [];

    private static IEnumerable<Deadline> Running(AccessAnomaly anomaly)
    {
        if (anomaly.Found is not { } found)
            yield break;
        // What only the product knows is for those whom it named.
        yield return new(
            AlertCodes.Access, "found", Severity.Critical, anomaly.At, anomaly.At, anomaly.Recipients,
            DeadlineFacts.Of(
                ("unit", found.Unit), ("officer", found.Officer), ("kind", found.Kind.ToString()),
                ("values", found.Values.ToString(CultureInfo.InvariantCulture)), ("minutes", found.Minutes.ToString(CultureInfo.InvariantCulture))));
    }

    private static Deadline Of(string step, Severity severity, DateTimeOffset at, SubjectRequest request) => new(
        AlertCodes.SubjectRequest, step, severity, request.ReceivedAt, at, [Audiences.Unit(request.Agency, request.Unit), Audiences.Agency(Agencies.TaskForce)],
        DeadlineFacts.Of(("unit", request.Unit), ("due", DeadlineFacts.Say(request.DueAt))))
    {
        Subjects = [request.Subject],
    };
}
