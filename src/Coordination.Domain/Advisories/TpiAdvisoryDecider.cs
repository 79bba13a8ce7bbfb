using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Advisories;

/// <summary>A wish about an advisory; carries the fact that it asks to record.</summary>
public abstract record TpiAdvisoryCommand;

public static partial class TpiAdvisoryDecider
{
    public static StreamKind<TpiAdvisory, TpiAdvisoryEvent, TpiAdvisoryCommand> Kind { get; } =
        new("tpi_advisory", TpiAdvisory.None, TpiAdvisory.Evolve, Decide, CommandFor, readers: Readers, lapses: Lapses);

    public static Decision<TpiAdvisoryEvent> Decide(TpiAdvisory advisory, TpiAdvisoryCommand command, Envelope envelope) => command switch
    {
        PublishTpiAdvisory c => Decide(advisory, c, envelope),
        AcknowledgeTpiAdvisory c => Decide(advisory, c, envelope),
        RaiseTpiPosture c => Decide(advisory, c, envelope),
        RecordAdvisoryHit c => Decide(advisory, c, envelope),
        ReportHitOutcome c => Decide(advisory, c, envelope),
        ExtendAdvisory c => Decide(advisory, c, envelope),
        ExpireAdvisory c => Decide(advisory, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static TpiAdvisoryCommand CommandFor(TpiAdvisoryEvent fact) => fact switch
    {
        TpiAdvisoryPublished e => new PublishTpiAdvisory(e),
        TpiAdvisoryAcknowledged e => new AcknowledgeTpiAdvisory(e),
        TpiPostureRaised e => new RaiseTpiPosture(e),
        AdvisoryHitRecorded e => new RecordAdvisoryHit(e),
        HitOutcomeReported e => new ReportHitOutcome(e),
        AdvisoryExtended e => new ExtendAdvisory(e),
        AdvisoryExpired e => new ExpireAdvisory(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>Each checkpoint of the list and the office that runs it, and whoever published it.</summary>
    private static IEnumerable<string> Readers(TpiAdvisory advisory) => advisory is { Publication: { } publication, PublishedBy: { } by }
        ? [
            Audiences.Unit(by.Agency, by.Unit),
            .. publication.Checkpoints.SelectMany(code => new[] { code, Units.OfficeOf(Agencies.Immigration, code) })
                .Distinct(StringComparer.Ordinal).Select(unit => Audiences.Unit(Agencies.Immigration, unit)),
        ]
        : [];

    private static IEnumerable<Lapse> Lapses(TpiAdvisory advisory) =>
        advisory is { IsExpired: false, ValidTo: { } last, EndsAt: { } due } ? [new Lapse(due, new AdvisoryExpired(last))] : [];

    /// <summary>Why the officer cannot speak for the checkpoint now; null when it can.</summary>
    private static Refusal? CannotSpeak(TpiAdvisory advisory, string checkpoint, Envelope envelope) => advisory switch
    {
        { Publication: null } => TpiAdvisoryRefusals.Unknown,
        _ when !advisory.Publication.Checkpoints.Contains(checkpoint, StringComparer.Ordinal) => TpiAdvisoryRefusals.NotOnTheList,
        _ when !Speaks(envelope.By, checkpoint) => TpiAdvisoryRefusals.OtherCheckpoint,
        _ when !(envelope.Day <= advisory.ValidTo) => TpiAdvisoryRefusals.Expired,
        _ => null,
    };

    // The office that runs a checkpoint may speak for it: small ones have no line of their own.
    private static bool Speaks(Officer by, string checkpoint) =>
        by.Agency == Agencies.Immigration && (by.Unit == checkpoint || by.Unit == Units.OfficeOf(Agencies.Immigration, checkpoint));
}
