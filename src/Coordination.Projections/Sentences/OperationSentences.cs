using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;

namespace Coordination.Projections;

/// <summary>Joint operations, meetings of the team, and what agencies watch.</summary>
internal static class OperationSentences
{
    public static Wording Of(OperationEvent happened, Envelope envelope) =>
        happened is FieldEvent field ? FieldSentences.Of(field, envelope) : Decided(happened, Names.Unit(envelope.By.Unit));

    private static Wording Decided(OperationEvent happened, string who) => happened switch
    {
        JointOperationProposed e => new(
            $"{who} mengusulkan operasi gabungan {e.Title} bersama {Agencies(e.Agencies)}.", $"{who} proposed the joint operation {e.Title} with {Agencies(e.Agencies)}."),
        JointOperationApproved e => new(
            $"{who} menyetujui operasi gabungan{Number(e.DecisionNumber)}.", $"{who} approved the joint operation{Number(e.DecisionNumber)}."),
        JointOperationRejected e => new($"{who} menolak usulan operasi gabungan: {e.Reason}", $"{who} rejected the joint operation: {e.Reason}"),
        AssignmentOrderIssued e => new(
            $"{who} menerbitkan surat perintah {e.OrderNumber} untuk {e.Team.Count} petugas.", $"{who} issued order {e.OrderNumber} for {e.Team.Count} officers."),
        OperationBriefed => new($"{who} memberi pengarahan dengan protokol korban didahulukan.", $"{who} briefed the teams: victims come first."),
        OperationStarted => new($"{who} memulai operasi gabungan.", $"{who} started the joint operation."),
        OperationConcluded e => new(
            $"{who} mengakhiri operasi gabungan; {e.People.Count} orang ditemui.", $"{who} concluded the joint operation; {e.People.Count} persons were met."),
        OperationOutcomeAssigned e => new(
            $"Tindak lanjut {e.Person.Code}: {Terms.Of(e.Outcome).Id}{To(e, "kepada")}.", $"Outcome for {e.Person.Code}: {Terms.Of(e.Outcome).En}{To(e, "to")}."),
        PunitiveOutcomeWithdrawn e => new(
            $"Tindak lanjut {e.Person.Code} dicabut: yang bersangkutan terduga korban.", $"The outcome for {e.Person.Code} was withdrawn: a suspected victim."),
        JointOperationReportDrafted e => new(
            $"{who} menyusun rancangan {e.Draft} laporan operasi {e.ReportNumber}.", $"{who} drafted the operation report {e.ReportNumber}, draft {e.Draft}."),
        OperationFollowUpCompleted e => new(
            $"{who} menyelesaikan tindak lanjut nomor {e.Number}: {e.Result}", $"{who} completed follow-up {e.Number}: {e.Result}"),
        AgencyConcurred e => new($"{who} menyetujui rancangan {e.Draft} laporan operasi.", $"{who} concurred with draft {e.Draft} of the report."),
        AgencyDissented e => new(
            $"{who} berkeberatan atas rancangan {e.Draft} laporan operasi: {e.Reason}", $"{who} dissented from draft {e.Draft} of the report: {e.Reason}"),
        JointOperationReportFinalised => new($"{who} memfinalkan laporan operasi gabungan.", $"{who} finalised the joint operation report."),
        OperationCancelled e => new($"{who} membatalkan operasi gabungan: {e.Reason}", $"{who} cancelled the joint operation: {e.Reason}"),
        _ => new("", ""),
    };

    public static Wording Of(MeetingEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            TimporaMeetingConvened e => new(
                $"{who} mengundang rapat Tim Pora dengan {Agencies(e.Agencies)}.", $"{who} convened a supervision team meeting with {Agencies(e.Agencies)}."),
            MeetingMinutesIssued e => new(
                $"{who} menerbitkan notulen {e.MinutesNumber}: {e.Decisions.Count} keputusan, {e.ActionItems.Count} tindak lanjut.",
                $"{who} issued minutes {e.MinutesNumber}: {e.Decisions.Count} decisions, {e.ActionItems.Count} action items."),
            ActionItemCompleted e => new($"{who} menyelesaikan tindak lanjut nomor {e.Number}: {e.Result}", $"{who} completed action item {e.Number}: {e.Result}"),
            _ => new("", ""),
        };
    }

    public static Wording Of(SurveillanceEvent happened, Envelope envelope) => happened switch
    {
        SurveillanceDeclared e => new(
            $"{Names.Unit(envelope.By.Unit)} menyatakan pengamatan tertutup; kontak {Names.Unit(e.Contact.Unit)}.",
            $"{Names.Unit(envelope.By.Unit)} declared a surveillance; contact {Names.Unit(e.Contact.Unit)}."),
        SurveillanceEnded => new(
            $"{Names.Unit(envelope.By.Unit)} mengakhiri pengamatan tertutup.", $"{Names.Unit(envelope.By.Unit)} ended a surveillance."),
        _ => new("", ""),
    };

    private static string Agencies(IEnumerable<string> codes) => string.Join(", ", codes.Select(Names.Agency));

    private static string Number(string? number) => number is null ? "" : $" ({number})";

    private static string To(OperationOutcomeAssigned e, string word) => e.Receiver is { } unit ? $" {word} {Names.Unit(unit.Unit)}" : "";
}
