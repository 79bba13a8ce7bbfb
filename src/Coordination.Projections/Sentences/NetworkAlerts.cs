using Coordination.Domain.Alerts.Rules;

namespace Coordination.Projections;

/// <summary>What the clocks of networks, bans and advisories say.</summary>
internal static class NetworkAlerts
{
    /// <summary>Null for what has no sentence here.</summary>
    public static Wording? Of(string code, IReadOnlyDictionary<string, string> facts)
    {
        var (number, due, place) = (Fact("number"), AlertFacts.Moment(facts, "due"), Names.Place(Fact("place")));
        return (code, Fact("step")) switch
        {
            (AlertCodes.WatchReview, "review") => new($"entri berakhir {due.Id}; perpanjang atau biarkan berakhir.", $"the entry ends {due.En}; extend it or let it end."),
            (AlertCodes.WatchReview, "hit") => new(
                $"kecocokan {number} di {Names.Unit(Fact("unit"))} belum ditinjau; tenggat {due.Id}.",
                $"hit {number} at {Names.Unit(Fact("unit"))} is not reviewed; due {due.En}."),
            (AlertCodes.NetworkLink, "review") => new("dinyatakan 30 hari lalu; tinjau kembali.", "asserted 30 days ago; look at it again."),
            (AlertCodes.NetworkLink, "unconfirmed") => new("60 hari tanpa sumber atau orang kedua.", "60 days without a second source or person."),
            (AlertCodes.PlacementAgency, "finding") => new(
                $"temuan {number} pada izin {Fact("licence")} belum diperbaiki; tenggat {due.Id}.",
                $"finding {number} under licence {Fact("licence")} is not put right; due {due.En}."),
            (AlertCodes.PlacementAgency, "sanction") => new(
                $"sanksi {number} pada izin {Fact("licence")} berakhir {due.Id}.", $"sanction {number} under licence {Fact("licence")} ends {due.En}."),
            (AlertCodes.FinancialInquiry, _) => new($"{number}, tenggat {due.Id}.", $"{number}, due {due.En}."),
            (AlertCodes.JobAd, _) => new($"{number}, tenggat {due.Id}.", $"{number}, due {due.En}."),
            (AlertCodes.BanExpiry, "decision") => new(
                $"belum ada keputusan resmi; gugur demi hukum {due.Id} (T-{Fact("left")}).", $"no formal decision; it lapses by law {due.En} (T-{Fact("left")})."),
            (AlertCodes.BanExpiry, "extension") => new(
                $"perpanjangan harus diterima sebelum {due.Id} (T-{Fact("left")}).", $"an extension must arrive before {due.En} (T-{Fact("left")})."),
            (AlertCodes.AdvisoryUnacknowledged, _) when facts.ContainsKey("shift") => new(
                $"regu {Fact("shift")} di {place} belum menyatakan tahu instruksi {number}; tenggat {due.Id}.",
                $"shift {Fact("shift")} at {place} has not acknowledged advisory {number}; due {due.En}."),
            // Alerts from before shifts were told apart.
            (AlertCodes.AdvisoryUnacknowledged, _) => new(
                $"regu di {place} belum menyatakan tahu instruksi {number}; tenggat {due.Id}.",
                $"no shift at {place} has acknowledged advisory {number}; due {due.En}."),
            (AlertCodes.Advisory, "hit") => new(
                $"hasil kecocokan {number} di {place} belum dilaporkan; tenggat {due.Id}.", $"the outcome of hit {number} at {place} is not reported; due {due.En}."),
            (AlertCodes.Advisory, "end") => new($"instruksi {number} berakhir {due.Id}.", $"advisory {number} ends {due.En}."),
            (AlertCodes.WarningFeedback, "advisory") => new(
                $"belum ada instruksi ke TPI atas peringatan {number}; tenggat {due.Id}.", $"no advisory to checkpoints on warning {number}; due {due.En}."),
            (AlertCodes.WarningFeedback, _) => new($"peringatan {number}, tenggat {due.Id}.", $"warning {number}, due {due.En}."),
            _ => null,
        };

        string Fact(string name) => facts.GetValueOrDefault(name) ?? "?";
    }
}
