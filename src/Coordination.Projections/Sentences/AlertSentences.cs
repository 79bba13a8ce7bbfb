using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

internal static class AlertSentences
{
    public static Wording Of(AlertEvent happened, Envelope envelope, IReadOnlyList<PersonRef> persons)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            AlertRaised e => Raised(e.Code, e.Facts, persons),
            AlertAcknowledged => new($"{who} mengetahui peringatan.", $"{who} acknowledged the alert."),
            AlertAssigned e => new($"Peringatan ditangani {Names.Unit(e.Unit)}.", $"The alert was taken by {Names.Unit(e.Unit)}."),
            AlertEscalated e => new(
                $"Belum ada tanggapan: peringatan naik ke {Tier(e.Level).Id}.", $"No answer: the alert went up to the {Tier(e.Level).En}."),
            AlertResolved e => new(
                $"{who} menyelesaikan peringatan ({Terms.Of(e.Outcome).Id}): {e.Explanation}",
                $"{who} resolved the alert ({Terms.Of(e.Outcome).En}): {e.Explanation}"),
            AlertReopened e => new($"{who} membuka kembali peringatan: {e.Reason}", $"{who} reopened the alert: {e.Reason}"),
            _ => new("", ""),
        };
    }

    public static Wording Raised(string code, IReadOnlyDictionary<string, string> facts, IReadOnlyList<PersonRef> persons)
    {
        var (title, one) = (AlertTitles.Of(code), persons.Count > 0 ? persons[0].Code : "1 orang");
        var detail = code switch
        {
            _ when RuleSentences.Of(facts) is { } found => persons.Count == 1 ? new($"{one}: {found.Id}", $"{one}: {found.En}") : found,
            AlertCodes.Cluster => new(
                $"{Fact("applicants")} pemohon memakai satu {(Fact("contact") == "email" ? "alamat surel" : "nomor telepon")} dalam {Fact("days")} hari.",
                $"{Fact("applicants")} applicants used one {(Fact("contact") == "email" ? "e-mail address" : "telephone number")} within {Fact("days")} days."),
            AlertCodes.Repeat => new(
                $"{one} ditunda di {Names.Place(Fact("earlierPlace"))} {Fact("days")} hari sebelumnya, kini di {Names.Place(Fact("place"))}.",
                $"{one} was deferred at {Names.Place(Fact("earlierPlace"))} {Fact("days")} days before, now at {Names.Place(Fact("place"))}."),
            AlertCodes.Reapply => new(
                $"{one} {(Fact("answer") == "refused" ? "ditolak" : "ditunda")} di {Names.Unit(Fact("earlierUnit"))}, kini mengajukan di {Names.Unit(Fact("unit"))}.",
                $"{one} was {Fact("answer")} at {Names.Unit(Fact("earlierUnit"))}, now applies at {Names.Unit(Fact("unit"))}."),
            AlertCodes.HandoffLate => HandoffLate(Fact("step"), Names.Unit(Fact("unit")), Due()),
            AlertCodes.IntelligenceUnacknowledged => new Wording(
                $"{Names.Agency(Late())} belum menanggapi laporan intelijen yang dibagikan; tenggat {Due().Id}.",
                $"{Names.Agency(Late())} has not acknowledged a shared intelligence report; due {Due().En}."),
            AlertCodes.Breach => new(
                $"subjek data dan lembaga belum diberi tahu; sisa {Fact("hours")} jam sampai {Due().Id}.",
                $"subjects and authority were not told yet; {Fact("hours")} hours left until {Due().En}."),
            AlertCodes.SubjectRequest => new(
                $"{Names.Unit(Fact("unit"))} belum menjawab; tenggat {Due().Id}.", $"{Names.Unit(Fact("unit"))} has not answered; due {Due().En}."),
            AlertCodes.Access => new(
                $"{Fact("values")} data berbeda dicari dari {Names.Unit(Fact("unit"))} ({Fact("officer")}) dalam {Fact("minutes")} menit.",
                $"{Fact("values")} different values were searched from {Names.Unit(Fact("unit"))} ({Fact("officer")}) within {Fact("minutes")} minutes."),
            AlertCodes.BreakGlass => new(
                $"{Fact("officer")} ({Names.Unit(Fact("unit"))}) membuka satu kasus sampai {At("until").Id}.",
                $"{Fact("officer")} ({Names.Unit(Fact("unit"))}) opened one case until {At("until").En}."),
            AlertCodes.BreakGlassReview => new(
                $"{Fact("officer")} ({Names.Unit(Fact("unit"))}) belum ditinjau; tenggat {At("due").Id}.",
                $"{Fact("officer")} ({Names.Unit(Fact("unit"))}) is not reviewed; due {At("due").En}."),
            _ => NetworkAlerts.Of(code, facts) ?? MatterAlertSentences.Of(code, facts) ?? AlertFacts.Listed(facts),
        };
        return detail.Id.Length == 0 ? title : new($"{title.Id}: {detail.Id}", $"{title.En}: {detail.En}");

        string Fact(string name) => facts.GetValueOrDefault(name) ?? "?";
        string Late() => facts.GetValueOrDefault("unit") ?? Fact("agency"); // alerts of before name the agency alone
        Wording Due() => At("due");
        Wording At(string name) => AlertFacts.Moment(facts, name);
    }

    /// <summary>A reason to look at somebody: what the rule found, or what it is called.</summary>
    public static Wording Reason(string? code, IReadOnlyDictionary<string, string> facts) =>
        RuleSentences.Of(facts) is { } found ? Capital(found) : Raised(code ?? "", facts, []);

    private static Wording Capital(Wording text) => new(string.Concat(text.Id[..1].ToUpperInvariant(), text.Id[1..]), string.Concat(text.En[..1].ToUpperInvariant(), text.En[1..]));

    private static Wording HandoffLate(string step, string unit, Wording due) => step switch
    {
        "dispatch" => new($"{unit} belum mengirim berkas; tenggat {due.Id}.", $"{unit} has not dispatched the file; due {due.En}."),
        "receipt" => new($"{unit} belum menyatakan terima; tenggat {due.Id}.", $"{unit} has not confirmed receipt; due {due.En}."),
        "supplement" => new($"{unit} belum melengkapi berkas; tenggat {due.Id}.", $"{unit} has not supplemented the file; due {due.En}."),
        _ => new($"{unit} belum memutuskan; tenggat {due.Id}.", $"{unit} has not decided; due {due.En}."),
    };

    private static Wording Tier(int level) => level switch
    {
        1 => new("kepala unit", "unit head"),
        2 => new("tingkat provinsi", "province"),
        _ => new("tingkat pusat", "centre"),
    };
}
