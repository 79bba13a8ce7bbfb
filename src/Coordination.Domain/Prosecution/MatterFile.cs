using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

/// <summary>The part of a matter from the prosecutor's desk on.</summary>
public sealed partial record Matter
{
    private static readonly TimeSpan WesternIndonesia = TimeSpan.FromHours(7);

    private static Matter Prosecuted(Matter matter, ProsecutionEvent happened, Envelope envelope) => happened switch
    {
        CaseFileSubmitted e => matter.File(MatterStage.Submitted, e.LetterNumber, e.Version, e.Evidence, envelope),
        CaseFileReturned e => matter.GivenBack(e, envelope),
        CaseFileResubmitted e => matter.File(MatterStage.Submitted, e.LetterNumber, e.Version, e.Evidence, envelope),
        CaseFileDeclaredComplete e => matter.File(MatterStage.Complete, e.LetterNumber, e.Version, null, envelope),
        SuspectAndEvidenceTransferred e => matter.With(e.Suspects, null, e.Evidence, null, null) with
        {
            Stage = MatterStage.Transferred, TransferRecord = e.RecordNumber,
        },
        IndictmentFiled e => matter with
        {
            Stage = MatterStage.Indicted, IndictmentNumber = e.IndictmentNumber, Court = e.Court, DemandOn = e.DemandOn, IndictedAt = envelope.OccurredAt,
        },
        VerdictRendered e => matter with { Stage = MatterStage.Judged, Verdicts = [.. matter.Verdicts, e.VerdictNumber] },
        InvestigationTerminated e => matter with
        {
            Stage = MatterStage.Terminated, TerminationNumber = e.OrderNumber, TerminatedAt = envelope.OccurredAt,
        },
        TerminationNotified e => matter with { TerminationNotice = e.NoticeNumber },
        RestitutionAssessed e => matter.Put(matter.RestitutionOf(e.Victim) with { AssessmentNumber = e.AssessmentNumber }),
        RestitutionClaimed e => matter.Put(matter.RestitutionOf(e.Victim) with { ClaimNumber = e.ClaimNumber, Claimed = e.AmountRupiah }),
        RestitutionOrdered e => matter.Put(matter.RestitutionOf(e.Victim) with
        {
            DecisionNumber = e.DecisionNumber, Ordered = e.AmountRupiah, PayableSince = StartOf(e.FinalOn, matter.Place) ?? envelope.OccurredAt,
        }),
        RestitutionPaid e => matter.Put(matter.RestitutionOf(e.Victim).Paying(e)),
        _ => throw Unknown(happened),
    };

    private Matter File(MatterStage stage, string letter, int version, IReadOnlyList<Guid>? evidence, Envelope envelope) =>
        With(null, null, evidence, null, null) with
        {
            Stage = stage, FileLetter = letter, FileVersion = version, FileSince = envelope.OccurredAt, LastReturn = null,
        };

    /// <summary>The instructions that follow the notice of the same version are the same return.</summary>
    private Matter GivenBack(CaseFileReturned e, Envelope envelope) => this with
    {
        Stage = MatterStage.Returned, FileLetter = e.LetterNumber, FileSince = envelope.OccurredAt, LastReturn = e.Kind,
        Returns = Stage == MatterStage.Returned ? Returns : [.. Returns, envelope.OccurredAt],
    };

    private Matter Put(RestitutionStand stand) => this with
    {
        Restitutions = [.. Restitutions.Where(one => one.Victim != stand.Victim), stand],
    };

    private static DateTimeOffset? StartOf(DateOnly? day, string? place) => day is { } known
        ? new DateTimeOffset(known.ToDateTime(TimeOnly.MinValue), place is null ? WesternIndonesia : Places.ZoneOf(place).Offset).ToUniversalTime()
        : null;
}
