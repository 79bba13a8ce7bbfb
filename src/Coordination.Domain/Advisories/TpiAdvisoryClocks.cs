using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Advisories;

/// <summary>Shifts that say nothing, hits that nobody says the outcome of, and an end that is near.</summary>
public static class TpiAdvisoryClocks
{
    public static StreamClock Clock { get; } = new StreamClock<TpiAdvisory>(TpiAdvisoryDecider.Kind, 2, Running);

    private static IEnumerable<Deadline> Running(TpiAdvisory advisory) => advisory is { Publication: { } publication, PublishedBy: { } publisher }
        ? [
            .. advisory.IsExpired ? [] : advisory.Silent.Select(shift => Silent(publication, shift)),
            .. advisory.Hits.Where(hit => hit.Outcome is null).Select(hit => Unreported(publication, hit)),
            .. advisory.IsExpired ? [] : Ending(advisory, publication, publisher),
        ]
        : [];

    /// <summary>One alert per checkpoint and shift, to the head of the office that runs it; never a second for the same shift.</summary>
    private static Deadline Silent(TpiAdvisoryPublished publication, SilentShift silent)
    {
        var due = silent.Since + ServiceLevels.AdvisoryAcknowledgement;
        return new(
            AlertCodes.AdvisoryUnacknowledged, $"silent/{silent.Checkpoint}/{silent.Shift}", Severity.High, silent.Since, due, [Office(silent.Checkpoint)],
            DeadlineFacts.Of(
                ("place", silent.Checkpoint), ("shift", silent.Shift), ("number", publication.AdvisoryNumber), ("due", DeadlineFacts.Say(due))))
        {
            Case = publication.Case, Place = silent.Checkpoint,
        };
    }

    private static Deadline Unreported(TpiAdvisoryPublished publication, AdvisoryHit hit)
    {
        var due = hit.At + ServiceLevels.AdvisoryHitOutcome;
        return new(
            AlertCodes.Advisory, $"hit/{hit.Number}", Severity.High, hit.At, due,
            [Audiences.Unit(Agencies.Immigration, hit.Checkpoint), Office(hit.Checkpoint)],
            DeadlineFacts.Of(("step", "hit"), ("place", hit.Checkpoint), ("number", hit.Number), ("due", DeadlineFacts.Say(due))))
        {
            Subjects = hit.Person is { } person ? [person] : [], Case = publication.Case, Place = hit.Checkpoint,
        };
    }

    // One that is published for less than that needs no notice.
    private static IEnumerable<Deadline> Ending(TpiAdvisory advisory, TpiAdvisoryPublished publication, Officer publisher)
    {
        var ends = advisory.EndsAt!.Value;
        if (ends - ServiceLevels.AdvisoryEndNotice <= advisory.RunsSince)
            yield break;
        yield return new(
            AlertCodes.Advisory, $"notice/end/{advisory.ValidTo:yyyy-MM-dd}", Severity.Medium, advisory.RunsSince, ends - ServiceLevels.AdvisoryEndNotice,
            [Audiences.Unit(publisher.Agency, publisher.Unit)],
            DeadlineFacts.Of(("step", "end"), ("number", publication.AdvisoryNumber), ("due", DeadlineFacts.Say(ends))))
        {
            Case = publication.Case,
        };
    }

    private static string Office(string checkpoint) => Audiences.Unit(Agencies.Immigration, Units.OfficeOf(Agencies.Immigration, checkpoint));
}
