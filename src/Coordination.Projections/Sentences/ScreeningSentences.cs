using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;

namespace Coordination.Projections;

internal static class ScreeningSentences
{
    public static Wording Of(PassportApplicationEvent happened, Envelope envelope, IReadOnlyList<PersonRef> persons)
    {
        var who = Names.Unit(envelope.By.Unit);
        var one = Person(happened.Applicant, persons);
        return happened switch
        {
            PassportApplicationReceived e => Received(e, who, one),
            PassportInterviewConducted e => e.RedFlags.Count == 0
                ? new($"{who} mewawancarai {one.Id}.", $"{who} interviewed {one.En}.")
                : new($"{who} mewawancarai {one.Id}: {Terms.List(e.RedFlags).Id}.",
                    $"{who} interviewed {one.En}: {Terms.List(e.RedFlags).En}."),
            PassportIssuanceDeferred e => new(
                $"{who} menunda penerbitan paspor {one.Id}: {Terms.List(e.Reasons).Id}.",
                $"{who} deferred the passport of {one.En}: {Terms.List(e.Reasons).En}."),
            PassportApplicationRefused e => new(
                $"{who} menolak permohonan paspor {one.Id}: {Terms.List(e.Reasons).Id}.",
                $"{who} refused the passport application of {one.En}: {Terms.List(e.Reasons).En}."),
            DeferredApplicantReferred e =>
                new($"{who} merujuk {one.Id} ke {Names.Unit(e.ToUnit)}.", $"{who} referred {one.En} to {Names.Unit(e.ToUnit)}."),
            ApplicantDocumentVerified e => new(
                $"{who} memeriksa dokumen {one.Id} ({Terms.Of(e.Document).Id}): {Terms.Of(e.Result).Id}.",
                $"{who} checked a document of {one.En} ({Terms.Of(e.Document).En}): {Terms.Of(e.Result).En}."),
            DocumentForgerySuspected e => new(
                $"{who} menduga dokumen {one.Id} palsu ({Terms.Of(e.Document).Id}): {Terms.List(e.Signs).Id}.",
                $"{who} suspects a document of {one.En} to be forged ({Terms.Of(e.Document).En}): {Terms.List(e.Signs).En}."),
            FieldCheckOrdered e => new(
                $"{who} memerintahkan pengawasan lapangan atas {one.Id}: {Terms.Of(e.Reason).Id}.",
                $"{who} ordered a field check on {one.En}: {Terms.Of(e.Reason).En}."),
            FieldCheckReported e => new(
                $"{who} melaporkan hasil pengawasan lapangan atas {one.Id}: {Terms.Of(e.Finding).Id}.",
                $"{who} reported on the field check of {one.En}: {Terms.Of(e.Finding).En}."),
            ApplicantReferralAccepted e => Accepted(e, who, one),
            PassportIssued => new($"{who} menerbitkan paspor {one.Id}.", $"{who} issued the passport of {one.En}."),
            PassportDeferralLifted => new($"{who} mencabut penundaan paspor {one.Id}.", $"{who} lifted the passport deferral of {one.En}."),
            ApplicantReappliedElsewhere e => new(
                $"{Capital(one.Id)} mengajukan lagi di kantor lain setelah {Terms.Of(e.EarlierAnswer).Id} di {Names.Unit(e.EarlierUnit)}.",
                $"{Capital(one.En)} applied again elsewhere after being {Terms.Of(e.EarlierAnswer).En} at {Names.Unit(e.EarlierUnit)}."),
            _ => new("", ""),
        };
    }

    public static Wording Of(DepartureScreeningEvent happened, Envelope envelope, IReadOnlyList<PersonRef> persons)
    {
        // At a border it is the checkpoint that people know, not the office that runs it.
        var who = Names.Unit(envelope.Place is { } place && place.StartsWith("TPI-", StringComparison.Ordinal) ? place : envelope.By.Unit);
        var one = Person(happened.Traveller, persons);
        return happened switch
        {
            TravellerReferredToSecondary e => Referred(e, who, one),
            SecondaryInspectionConducted e => e.RedFlags.Count == 0
                ? new($"{who} memeriksa {one.Id} lebih lanjut.", $"{who} examined {one.En} further.")
                : new($"{who} memeriksa {one.Id} lebih lanjut: {Terms.List(e.RedFlags).Id}.",
                    $"{who} examined {one.En} further: {Terms.List(e.RedFlags).En}."),
            VictimIndicatorScreened e => Screened(e, who, one),
            DepartureDeferred e => new(
                $"{who} menunda keberangkatan {one.Id}: {Terms.List(e.Reasons).Id}.",
                $"{who} deferred the departure of {one.En}: {Terms.List(e.Reasons).En}."),
            DepartureDeferralOverturned =>
                new($"{who} membatalkan penundaan keberangkatan {one.Id}.", $"{who} overturned the deferral of {one.En}."),
            DepartureRecorded e => Departed(e, one),
            PassportWithdrawn e => new(
                $"{who} menarik paspor {one.Id}: {Terms.Of(e.Ground).Id}.", $"{who} withdrew the passport of {one.En}: {Terms.Of(e.Ground).En}."),
            OriginReturnFacilitated e => new(
                $"{who} memulangkan {one.Id} ke daerah asal, diterima {Names.Unit(e.ToUnit)}.",
                $"{who} arranged the way home of {one.En}, received by {Names.Unit(e.ToUnit)}."),
            _ => new("", ""),
        };
    }

    private static Wording Departed(DepartureRecorded e, Wording one)
    {
        var (at, to, clearance) = (Names.Unit(e.Checkpoint), Names.Country(e.Destination), Terms.Of(e.Clearance));
        return new($"{Capital(one.Id)} berangkat lewat {at} ke {to.Id}, {clearance.Id}.", $"{Capital(one.En)} left by {at} for {to.En}, {clearance.En}.");
    }

    private static Wording Accepted(ApplicantReferralAccepted e, string who, Wording one) => e.Attended switch
    {
        true => new($"{who} menerima rujukan {one.Id}, yang telah hadir.", $"{who} accepted the referral of {one.En}, who has come."),
        false => new($"{who} menerima rujukan {one.Id}, yang tidak hadir.", $"{who} accepted the referral of {one.En}, who has not come."),
        _ => new($"{who} menerima rujukan {one.Id}.", $"{who} accepted the referral of {one.En}."),
    };

    private static Wording Received(PassportApplicationReceived e, string who, Wording one)
    {
        var to = e.Destination is { } code ? Names.Country(code) : null;
        return new(
            $"{who} menerima permohonan paspor {one.Id}, keperluan {Terms.Of(e.Purpose).Id}{(to is null ? "" : $", tujuan {to.Id}")}.",
            $"{who} received a passport application of {one.En}, purpose {Terms.Of(e.Purpose).En}{(to is null ? "" : $", destination {to.En}")}.");
    }

    private static Wording Referred(TravellerReferredToSecondary e, string who, Wording one)
    {
        var (to, ticket) = (Names.Country(e.Destination), Terms.Of(e.Ticket));
        return new(
            $"{who} mengalihkan {one.Id} ke pemeriksaan lanjutan, tujuan {to.Id}, {ticket.Id}.",
            $"{who} referred {one.En} to secondary inspection, destination {to.En}, {ticket.En}.");
    }

    private static Wording Screened(VictimIndicatorScreened e, string who, Wording one)
    {
        var (child, result) = (e.ConcernsChild() ? (" (anak)", " (a child)") : ("", ""), Terms.Of(e.Result));
        return new(
            $"{who} menyaring indikator korban pada {one.Id}{child.Item1}: {result.Id}, {e.Indicators.Count} indikator.",
            $"{who} screened {one.En}{child.Item2} for victim indicators: {result.En}, {e.Indicators.Count} found.");
    }

    private static Wording Person(PersonRef? person, IReadOnlyList<PersonRef> persons)
    {
        var code = person?.Code ?? (persons.Count > 0 ? persons[0].Code : null);
        return code is null ? new("1 orang", "1 person") : new($"1 orang ({code})", $"1 person ({code})");
    }

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text[1..]);
}
