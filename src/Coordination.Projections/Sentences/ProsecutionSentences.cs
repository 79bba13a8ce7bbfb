using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;

namespace Coordination.Projections;

/// <summary>Matters from report to verdict, and conflicts of competence.</summary>
internal static class ProsecutionSentences
{
    public static Wording Of(ProsecutionEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            PoliceReportRegistered e => new(
                $"{who} mendaftarkan laporan polisi {e.ReportNumber}: {e.Suspects.Count} terlapor, {Laws(e.Articles)}.",
                $"{who} registered police report {e.ReportNumber}: {e.Suspects.Count} suspects, {Laws(e.Articles)}."),
            InvestigationStarted e => new(
                $"{who} memulai penyidikan, {Names.Document("sprindik", e.OrderNumber)}: {Laws(e.Articles)}.",
                $"{who} started the investigation under order {e.OrderNumber}: {Laws(e.Articles)}."),
            ProsecutorNotified e =>
                new($"{who} mengirim {Names.Document("SPDP", e.NoticeNumber)} kepada {Names.Unit(e.ProsecutorOffice)}.",
                    $"{who} sent notice of investigation {e.NoticeNumber} to {Names.Unit(e.ProsecutorOffice)}."),
            ExploitationIndicated e => new(
                $"{who} menemukan unsur eksploitasi ({Terms.List(e.Purposes).Id}); penyidikan menjadi wewenang Polri.",
                $"{who} found signs of exploitation ({Terms.List(e.Purposes).En}); the investigation becomes the police's."),
            CoordinationHeld e => new(
                $"Gelar perkara bersama {string.Join(", ", e.Agencies.Select(Names.Agency))}, {e.MinutesNumber}: {Terms.Of(e.Route).Id}.",
                $"Joint conference of {string.Join(", ", e.Agencies.Select(Names.Agency))}, {e.MinutesNumber}: {Terms.Of(e.Route).En}."),
            OffenceReclassified e => new(
                $"{who} mengalihkan {Terms.Of(e.From).Id} menjadi {Terms.Of(e.To).Id}; yang berwenang {Who(e.CompetentAgency, e.CompetentUnit)}.",
                $"{who} reclassified {Terms.Of(e.From).En} as {Terms.Of(e.To).En}; {Who(e.CompetentAgency, e.CompetentUnit)} is competent."),
            InvestigationTerminated e => new(
                $"{who} menghentikan penyidikan, {Names.Document("SP3", e.OrderNumber)}: {Terms.Of(e.Ground).Id}.",
                $"{who} terminated the investigation, {e.OrderNumber}: {Terms.Of(e.Ground).En}."),
            TerminationNotified e =>
                new($"{who} memberitahukan penghentian penyidikan, {e.NoticeNumber}.", $"{who} told of the termination, {e.NoticeNumber}."),
            _ => OfFile(happened, who),
        };
    }

    public static Wording Of(CompetenceConflictEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            CompetenceConflictRaised e => new(
                $"{who} mengajukan beda kewenangan antara {string.Join(", ", e.Agencies.Select(Names.Agency))}: {Terms.Of(e.FromOffence).Id} atau {Terms.Of(e.ToOffence).Id}.",
                $"{who} raised a conflict of competence between {string.Join(", ", e.Agencies.Select(Names.Agency))}: {Terms.Of(e.FromOffence).En} or {Terms.Of(e.ToOffence).En}."),
            CompetenceConflictDecided e => new(
                $"Rapat koordinasi memutuskan {Who(e.CompetentAgency, e.CompetentUnit)} berwenang: {Terms.Of(e.Offence).Id}.",
                $"The coordination meeting decided that {Who(e.CompetentAgency, e.CompetentUnit)} is competent: {Terms.Of(e.Offence).En}."),
            _ => new("", ""),
        };
    }

    private static Wording OfFile(ProsecutionEvent happened, string who) => happened switch
    {
        CaseFileSubmitted e => new(
            $"{who} mengirim berkas perkara (tahap I), {e.LetterNumber}.", $"{who} submitted the case file, {e.LetterNumber}."),
        CaseFileReturned e => new(
            $"{who} mengembalikan berkas perkara ({Terms.Of(e.Kind).Id}) dengan {e.Instructions.Count} petunjuk, {e.LetterNumber}.",
            $"{who} returned the case file ({Terms.Of(e.Kind).En}) with {e.Instructions.Count} instructions, {e.LetterNumber}."),
        CaseFileResubmitted e => new(
            $"{who} mengirim kembali berkas perkara versi {e.Version}, {e.LetterNumber}.",
            $"{who} resubmitted version {e.Version} of the case file, {e.LetterNumber}."),
        CaseFileDeclaredComplete e => new(
            $"{who} menyatakan berkas perkara lengkap (P-21), {e.LetterNumber}.", $"{who} declared the case file complete (P-21), {e.LetterNumber}."),
        SuspectAndEvidenceTransferred e => new(
            $"{who} menyerahkan {e.Suspects.Count} tersangka dan {e.Evidence.Count} barang bukti (tahap II), {e.RecordNumber}.",
            $"{who} transferred {e.Suspects.Count} suspects and {e.Evidence.Count} items of evidence, {e.RecordNumber}."),
        IndictmentFiled e => new(
            $"{who} melimpahkan dakwaan {e.IndictmentNumber} ke {Names.Unit(e.Court)}: {Laws(e.Articles)}.",
            $"{who} filed indictment {e.IndictmentNumber} with {Names.Unit(e.Court)}: {Laws(e.Articles)}."),
        VerdictRendered e => new(
            $"{who} menjatuhkan putusan {e.VerdictNumber}: {Terms.Of(e.Outcome).Id}{Sentence(e, "id")}.",
            $"{who} rendered verdict {e.VerdictNumber}: {Terms.Of(e.Outcome).En}{Sentence(e, "en")}."),
        _ => OfRestitution(happened, who),
    };

    private static Wording OfRestitution(ProsecutionEvent happened, string who) => happened switch
    {
        RestitutionAssessed e => new(
            $"{who} menilai restitusi {e.Victim.Code} sebesar {Rupiah(e.AmountRupiah)}.", $"{who} assessed restitution of {e.Victim.Code} at {Rupiah(e.AmountRupiah)}."),
        RestitutionClaimed e => new(
            $"{who} memohonkan restitusi {e.Victim.Code} sebesar {Rupiah(e.AmountRupiah)}{(e.AfterDemand ? ", setelah tuntutan" : "")}.",
            $"{who} claimed restitution for {e.Victim.Code} of {Rupiah(e.AmountRupiah)}{(e.AfterDemand ? ", after the demand" : "")}."),
        RestitutionOrdered e => new(
            $"{who} memutus restitusi {e.Victim.Code} sebesar {Rupiah(e.AmountRupiah)}.", $"{who} ordered restitution to {e.Victim.Code} of {Rupiah(e.AmountRupiah)}."),
        RestitutionPaid e => new(
            $"Restitusi {e.Victim.Code} dibayar {Rupiah(e.AmountRupiah)}, {e.ReceiptNumber}.", $"Restitution of {Rupiah(e.AmountRupiah)} was paid to {e.Victim.Code}, {e.ReceiptNumber}."),
        _ => new("", ""),
    };

    private static string Sentence(VerdictRendered e, string language)
    {
        string[] parts =
        [
            .. e.TermMonths == 0 ? Array.Empty<string>() : [language == "id" ? $"penjara {e.TermMonths} bulan" : $"{e.TermMonths} months of prison"],
            .. e.FineRupiah == 0 ? Array.Empty<string>() : [language == "id" ? $"denda {Rupiah(e.FineRupiah)}" : $"a fine of {Rupiah(e.FineRupiah)}"],
        ];
        return parts is [] ? "" : $", {string.Join(", ", parts)}";
    }

    private static string Laws(IReadOnlyList<string> articles) => string.Join(", ", articles.Select(Names.Law));

    private static string Who(string agency, string? unit) => unit is null ? Names.Agency(agency) : Names.Unit(unit);

    /// <summary>In the way that Indonesians write it, in both languages: Rp48.000.000.</summary>
    internal static string Rupiah(long amount) => string.Create(CultureInfo.InvariantCulture, $"Rp{amount:#,0}").Replace(',', '.');
}
