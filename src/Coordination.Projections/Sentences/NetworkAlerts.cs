using Coordination.Domain.Alerts.Rules;

namespace Coordination.Projections;

/// <summary>What the clocks of networks, bans and advisories say.</summary>
internal static class NetworkAlerts
{
    /// <summary>Null for what has no sentence here.</summary>
    public static Wording? Of(string code, IReadOnlyDictionary<string, string> facts)
    {
        var (number, due, place) = (Fact("number"), AlertFacts.Moment(Fact("due")), Names.Place(Fact("place")));
        return (code, Fact("step")) switch
        {
            (AlertCodes.WatchReview, "review") => new($"entri berakhir {due}; perpanjang atau biarkan berakhir.", $"the entry ends {due}; extend it or let it end."),
            (AlertCodes.WatchReview, "hit") => new(
                $"kecocokan {number} di {Names.Unit(Fact("unit"))} belum ditinjau; tenggat {due}.",
                $"hit {number} at {Names.Unit(Fact("unit"))} is not reviewed; due {due}."),
            (AlertCodes.NetworkLink, "review") => new("dinyatakan 30 hari lalu; tinjau kembali.", "asserted 30 days ago; look at it again."),
            (AlertCodes.NetworkLink, "unconfirmed") => new("60 hari tanpa sumber atau orang kedua.", "60 days without a second source or person."),
            (AlertCodes.PlacementAgency, "finding") => new(
                $"temuan {number} pada izin {Fact("licence")} belum diperbaiki; tenggat {due}.",
                $"finding {number} under licence {Fact("licence")} is not put right; due {due}."),
            (AlertCodes.PlacementAgency, "sanction") => new(
                $"sanksi {number} pada izin {Fact("licence")} berakhir {due}.", $"sanction {number} under licence {Fact("licence")} ends {due}."),
            (AlertCodes.FinancialInquiry, _) => new($"{number}, tenggat {due}.", $"{number}, due {due}."),
            (AlertCodes.JobAd, _) => new($"{number}, tenggat {due}.", $"{number}, due {due}."),
            (AlertCodes.BanExpiry, "decision") => new(
                $"belum ada keputusan resmi; gugur demi hukum {due} (T-{Fact("left")}).", $"no formal decision; it lapses by law {due} (T-{Fact("left")})."),
            (AlertCodes.BanExpiry, "extension") => new(
                $"perpanjangan harus diterima sebelum {due} (T-{Fact("left")}).", $"an extension must arrive before {due} (T-{Fact("left")})."),
            (AlertCodes.AdvisoryUnacknowledged, _) => new(
                $"regu di {place} belum menyatakan tahu instruksi {number}; tenggat {due}.",
                $"no shift at {place} has acknowledged advisory {number}; due {due}."),
            (AlertCodes.Advisory, "hit") => new(
                $"hasil kecocokan {number} di {place} belum dilaporkan; tenggat {due}.", $"the outcome of hit {number} at {place} is not reported; due {due}."),
            (AlertCodes.Advisory, "end") => new($"instruksi {number} berakhir {due}.", $"advisory {number} ends {due}."),
            (AlertCodes.WarningFeedback, "advisory") => new(
                $"belum ada instruksi ke TPI atas peringatan {number}; tenggat {due}.", $"no advisory to checkpoints on warning {number}; due {due}."),
            (AlertCodes.WarningFeedback, _) => new($"peringatan {number}, tenggat {due}.", $"warning {number}, due {due}."),
            _ => null,
        };

        string Fact(string name) => facts.GetValueOrDefault(name) ?? "?";
    }
}
