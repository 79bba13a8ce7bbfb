using System.Globalization;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Handoffs;

namespace Coordination.Projections;

/// <summary>What the clocks of files, evidence, matters and competence say.</summary>
internal static class MatterAlertSentences
{
    /// <summary>Null for alerts of other modules.</summary>
    public static Wording? Of(string code, IReadOnlyDictionary<string, string> facts)
    {
        var (unit, due) = (Names.Unit(Fact("unit")), AlertFacts.Moment(facts, "due"));
        return code switch
        {
            AlertCodes.ReturnLoop => new($"{Fact("returns")} kali dikembalikan, {unit}.", $"returned {Fact("returns")} times, {unit}."),
            AlertCodes.Competence => Competence(Fact("step"), unit, due),
            AlertCodes.Evidence => Evidence(Fact("item"), Fact("mismatch"), unit),
            AlertCodes.ProsecutorNotice => new($"{unit} belum mengirim SPDP; tenggat {due.Id}.", $"{unit} has not notified the prosecutor; due {due.En}."),
            AlertCodes.CaseFile when Fact("step") == "review" => new(
                $"berkas versi {Fact("version")} menunggu penuntut umum; tenggat {due.Id}.", $"version {Fact("version")} of the file waits for the prosecutor; due {due.En}."),
            AlertCodes.CaseFile => new(
                $"berkas versi {Fact("version")} menunggu dilengkapi {unit}; tenggat {due.Id}.", $"version {Fact("version")} of the file waits for {unit}; due {due.En}."),
            AlertCodes.Termination => new($"{unit} belum memberitahukan penghentian; tenggat {due.Id}.", $"{unit} has not told of the termination; due {due.En}."),
            AlertCodes.Restitution when Fact("step") == "claim" => new(
                $"satu korban belum dimohonkan restitusi; tenggat {due.Id}.", $"restitution is not claimed for one victim; due {due.En}."),
            AlertCodes.Restitution => new(
                $"{Rupiah(Fact("rupiah"))} belum dibayar; tenggat {due.Id}.", $"{Rupiah(Fact("rupiah"))} is not paid; due {due.En}."),
            _ => null,
        };

        string Fact(string name) => facts.GetValueOrDefault(name) ?? "?";
    }

    private static Wording Competence(string step, string unit, Wording due) => step switch
    {
        "declined" => new(
            $"serah terima dari {unit} ditolak dan belum ditindaklanjuti; tenggat {due.Id}.", $"a declined handoff of {unit} does not go on; due {due.En}."),
        "joint_conference" => new(
            $"gelar perkara bersama dengan {unit} belum dilaksanakan; tenggat {due.Id}.", $"the joint conference with {unit} was not held; due {due.En}."),
        _ => new($"beda kewenangan dari {unit} belum diputus; tenggat {due.Id}.", $"the conflict of competence raised by {unit} is not decided; due {due.En}."),
    };

    private static Wording Evidence(string item, string mismatch, string unit)
    {
        var words = Terms.List(mismatch.Split(',').Select(word => Enum.TryParse<EvidenceMismatch>(word, out var known) ? known : EvidenceMismatch.SealDiffers));
        return new($"barang bukti {item}: {words.Id}, dicatat {unit}.", $"item {item}: {words.En}, recorded by {unit}.");
    }

    private static string Rupiah(string amount) =>
        long.TryParse(amount, CultureInfo.InvariantCulture, out var rupiah) ? ProsecutionSentences.Rupiah(rupiah) : amount;
}
