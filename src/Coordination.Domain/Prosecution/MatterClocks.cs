using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>The periods that run in a matter: notice to the prosecutor, file to and fro, joint conference, end, and what victims are owed.</summary>
public static class MatterClocks
{
    private static readonly TimeSpan ZoneOfLaw = TimeSpan.FromHours(7);

    /// <summary>Two days are left to send the notice.</summary>
    private static readonly TimeSpan NoticeWarning = TimeSpan.FromDays(2);

    private static readonly TimeSpan FileWarning = TimeSpan.FromDays(3);

    public static StreamClock Clock { get; } = new StreamClock<Matter>(ProsecutionDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(Matter matter) =>
        [.. Notice(matter), .. Conference(matter), .. File(matter), .. Loops(matter), .. Termination(matter), .. RestitutionClocks.Of(matter)];

    /// <summary>The alarm comes on the last day, while there is still something to be done.</summary>
    private static IEnumerable<Deadline> Notice(Matter matter)
    {
        if (matter is not { StartedAt: { } started, NoticeNumber: null, Stage: MatterStage.Open } || Length(StatutoryPeriods.ProsecutorNotice, started) is not { } length)
            yield break;
        var due = started + length;
        yield return Of(matter, AlertCodes.ProsecutorNotice, $"{matter.OrderNumber}/t-2", Severity.High, started, due - NoticeWarning, ("due", DeadlineFacts.Say(due)));
        yield return Of(matter, AlertCodes.ProsecutorNotice, $"{matter.OrderNumber}/due", Severity.Critical, started, due, ("due", DeadlineFacts.Say(due)));
    }

    private static IEnumerable<Deadline> Conference(Matter matter)
    {
        if (matter is not { IndicatedAt: { } indicated, MinutesNumber: null } || matter.Stage == MatterStage.Terminated)
            yield break;
        var due = indicated + ServiceLevels.JointConference;
        // The first has the name that it always had: what was raised for it stands.
        var step = matter.ConferencesOwed > 1 ? $"joint_conference/{Envelope.DayOf(indicated):yyyy-MM-dd}" : "joint_conference";
        (string, string)[] facts = [("step", "joint_conference"), ("due", DeadlineFacts.Say(due))];
        yield return Of(matter, AlertCodes.Competence, step, Severity.High, indicated, due, facts);
    }

    private static IEnumerable<Deadline> File(Matter matter)
    {
        var (period, step) = matter.Stage == MatterStage.Submitted ? (StatutoryPeriods.FileReview, "review") : (StatutoryPeriods.FileCompletion, "completion");
        if (matter is not { Stage: MatterStage.Submitted or MatterStage.Returned, FileSince: { } since } || Length(period, since) is not { } length)
            yield break;
        var due = since + length;
        (string, string)[] facts = [("step", step), ("version", $"{matter.FileVersion}"), ("due", DeadlineFacts.Say(due))];
        yield return Of(matter, AlertCodes.CaseFile, $"{step}/{matter.FileVersion}/t-3", Severity.Low, since, due - FileWarning, facts);
        yield return Of(matter, AlertCodes.CaseFile, $"{step}/{matter.FileVersion}/due", Severity.High, since, due, facts);
    }

    private static IEnumerable<Deadline> Loops(Matter matter)
    {
        if (matter.Returns.Count <= ServiceLevels.ReturnLoops)
            yield break;
        var last = matter.Returns[ServiceLevels.ReturnLoops];
        yield return Of(matter, AlertCodes.ReturnLoop, "returns", Severity.Medium, last, last, ("returns", $"{ServiceLevels.ReturnLoops + 1}")) with
        {
            Recipients = [Audiences.Agency(Agencies.TaskForce)],
        };
    }

    private static IEnumerable<Deadline> Termination(Matter matter)
    {
        if (matter is not { TerminatedAt: { } ended, TerminationNotice: null } || Length(StatutoryPeriods.TerminationNotice, ended) is not { } length)
            yield break;
        yield return Of(matter, AlertCodes.Termination, "notice", Severity.High, ended, ended + length, ("due", DeadlineFacts.Say(ended + length)));
    }

    internal static TimeSpan? Length(string period, DateTimeOffset since) =>
        StatutoryPeriods.Find(period, DateOnly.FromDateTime(since.ToOffset(ZoneOfLaw).DateTime))?.Length;

    internal static Deadline Of(
        Matter matter, string code, string step, Severity severity, DateTimeOffset since, DateTimeOffset due, params (string Name, string Value)[] facts) =>
        new(code, step, severity, since, due, Both(matter), DeadlineFacts.Of([("unit", matter.Unit), .. facts])) { Case = matter.Case, Place = matter.Place };

    private static IReadOnlyList<string> Both(Matter matter)
    {
        var investigator = Audiences.Unit(matter.Agency, matter.Unit);
        return matter.ProsecutorOffice is { } office
            ? [investigator, Audiences.Unit(Competence.Prosecution, office), Audiences.Agency(Agencies.TaskForce)]
            : [investigator, Audiences.Agency(Competence.Prosecution), Audiences.Agency(Agencies.TaskForce)];
    }
}
