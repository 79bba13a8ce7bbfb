using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Victims;

namespace Coordination.Projections;

/// <summary>Services for victims, from consent to reintegration. Findings, needs and what a person said are in no sentence.</summary>
internal static class ProtectionSentences
{
    public static Wording Of(ProtectionEvent happened, Envelope envelope, IReadOnlyList<PersonRef> persons)
    {
        var (who, one) = (Names.Unit(envelope.By.Unit), persons.Count > 0 ? persons[0].Code : "1 orang");
        return Consent(happened, who, one) ?? Care(happened, who, one) ?? Legal(happened, who, one) ?? Return(happened, who, one)
            ?? Reintegration(happened, who, one) ?? new("", "");
    }

    private static Wording? Consent(ProtectionEvent happened, string who, string one) => happened switch
    {
        ServiceConsentGiven e => new(
            $"{one} menyetujui layanan ({Giver(e.GivenBy).Id}): {Terms.List(e.Services).Id}.",
            $"{one} agreed to services ({Giver(e.GivenBy).En}): {Terms.List(e.Services).En}."),
        ServiceConsentDeclined e => new(
            $"{one} tidak menyetujui layanan: {Terms.List(e.Services).Id}.", $"{one} declined services: {Terms.List(e.Services).En}."),
        ServiceConsentWithdrawn e => new(
            $"{one} mencabut persetujuan layanan: {Terms.List(e.Services).Id}.", $"{one} withdrew consent to services: {Terms.List(e.Services).En}."),
        ShelterAdmitted e => new(
            $"{who} menerima 1 orang{(e.IsChild ? " (anak)" : "")} ({e.Person.Code}) di {Terms.Of(e.Kind).Id}.",
            $"{who} admitted 1 {(e.IsChild ? "child" : "person")} ({e.Person.Code}) to a {Terms.Of(e.Kind).En}."),
        ShelterDischarged e => new(
            $"{one} keluar dari rumah perlindungan: {Terms.Of(e.Reason).Id}.", $"{one} left the shelter: {Terms.Of(e.Reason).En}."),
        _ => null,
    };

    private static Wording? Care(ProtectionEvent happened, string who, string one) => happened switch
    {
        HealthAssessed e => new(
            $"Kesehatan {one} diperiksa{(e.Emergency ? " (darurat)" : "")}.", $"The health of {one} was assessed{(e.Emergency ? " (emergency)" : "")}."),
        MedicoLegalExamined e => new($"Visum {e.ReportNumber} dibuat untuk {one}.", $"Medico-legal report {e.ReportNumber} was made for {one}."),
        TreatmentCompleted => new($"Perawatan {one} selesai.", $"The treatment of {one} was completed."),
        PsychosocialAssessed e => new(
            $"{who} melakukan asesmen psikososial atas {one} menurut {e.Guideline}.", $"{who} assessed {one} psychosocially by {e.Guideline}."),
        ServicePlanAgreed e => new(
            $"{who} dan {one} menyepakati rencana layanan: {Terms.List(e.Services).Id}.",
            $"{who} and {one} agreed on a service plan: {Terms.List(e.Services).En}."),
        CounsellingSessionHeld e => new(
            $"Sesi konseling {e.Session} untuk {one}: {(e.Attended ? "hadir" : "tidak hadir")}.",
            $"Counselling session {e.Session} for {one}: {(e.Attended ? "attended" : "missed")}."),
        FamilySupported e => new($"{who} mendampingi keluarga {one}: {Terms.Of(e.Support).Id}.", $"{who} supported the family of {one}: {Terms.Of(e.Support).En}."),
        _ => null,
    };

    private static Wording? Legal(ProtectionEvent happened, string who, string one) => happened switch
    {
        LegalAidAssigned => new($"{who} menunjuk bantuan hukum untuk {one}.", $"{who} assigned legal aid to {one}."),
        WitnessProtectionRequested e => new(
            $"{who} meminta perlindungan saksi untuk {one} ({e.RequestNumber}).", $"{who} requested witness protection for {one} ({e.RequestNumber})."),
        WitnessProtectionGranted e => new(
            $"{who} memberi perlindungan saksi kepada {one} ({e.DecisionNumber}): {Terms.List(e.Measures).Id}.",
            $"{who} granted witness protection to {one} ({e.DecisionNumber}): {Terms.List(e.Measures).En}."),
        ServiceLinkedToMatter e => new(
            $"Layanan {one} dihubungkan dengan {Terms.Of(e.Kind).Id}.", $"The services of {one} were linked to a {Terms.Of(e.Kind).En}."),
        _ => null,
    };

    private static Wording? Return(ProtectionEvent happened, string who, string one) => happened switch
    {
        RepatriationPlanned e => new(
            $"{who} merencanakan pemulangan {one} ke {Destination(e).Id} pada {Dates.Id(e.On)} ({Terms.Of(e.Route).Id}).",
            $"{who} planned the return of {one} to {Destination(e).En} on {Dates.En(e.On)} ({Terms.Of(e.Route).En})."),
        EscortAssigned e => new(
            $"{Names.Unit(e.Unit ?? e.Agency)} mendampingi pemulangan {one}.", $"{Names.Unit(e.Unit ?? e.Agency)} escorts the return of {one}."),
        ArrivedAtOrigin => new($"{one} tiba di daerah asal.", $"{one} arrived at the place of origin."),
        HandedToLocalGovernment e => new(
            $"{who} menyerahkan {one} kepada {Names.Unit(e.Unit)} ({Names.Document("BAST", e.RecordNumber)}).",
            $"{who} handed {one} over to {Names.Unit(e.Unit)} ({Names.Document("BAST", e.RecordNumber)})."),
        LocalGovernmentAcknowledged => new($"{who} menyatakan menerima {one}.", $"{who} said that it has taken over the care of {one}."),
        _ => null,
    };

    private static Wording? Reintegration(ProtectionEvent happened, string who, string one) => happened switch
    {
        ReintegrationPlanAgreed e => new(
            $"{who} dan {one} menyepakati rencana reintegrasi: {Terms.List(e.Parts).Id}.",
            $"{who} and {one} agreed on a reintegration plan: {Terms.List(e.Parts).En}."),
        LivelihoodGrantGiven e => new(
            $"{who} memberi {one} bantuan usaha Rp{Amount(e.Rupiah)}.", $"{who} gave {one} a livelihood grant of Rp{Amount(e.Rupiah)}."),
        TrainingCompleted => new($"{one} menyelesaikan pelatihan.", $"{one} completed a training."),
        FollowUpVisited e => new(
            $"{who}: kunjungan tindak lanjut {Terms.Of(e.Milestone).Id} kepada {one}, {(e.Met ? "bertemu" : "tidak bertemu")}.",
            $"{who}: follow-up visit at {Terms.Of(e.Milestone).En} to {one}, {(e.Met ? "met" : "not met")}."),
        ReintegrationClosed e => new($"{who} menutup reintegrasi {one}: {Terms.Of(e.Reason).Id}.", $"{who} closed the reintegration of {one}: {Terms.Of(e.Reason).En}."),
        ReVictimisationDetected => new(
            $"{who} melihat {one} berisiko menjadi korban lagi.", $"{who} saw that {one} is at risk of becoming a victim again."),
        _ => null,
    };

    private static Wording Destination(RepatriationPlanned planned) => planned.Route == ReturnRoute.OutOfIndonesia
        ? Names.Country(planned.Destination)
        : new(planned.Destination, planned.Destination);

    private static Wording Giver(ConsentGiver giver) => Terms.Of(giver);

    private static string Amount(long rupiah) => rupiah.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
}
