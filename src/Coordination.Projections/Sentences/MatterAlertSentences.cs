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
        var (unit, due) = (Names.Unit(Fact("unit")), AlertFacts.Moment(Fact("due")));
        return code switch
        {
            AlertCodes.ReturnLoop => new($"{Fact("returns")} kali dikembalikan, {unit}.", $"returned {Fact("returns")} times, {unit}."),
            AlertCodes.Competence => Competence(Fact("step"), unit, due),
            AlertCodes.Evidence => Evidence(Fact("item"), Fact("mismatch"), unit),
            AlertCodes.ProsecutorNotice => new($"{unit} belum mengirim SPDP; tenggat {due}.", $"{unit} has not notified the prosecutor; due {due}."),
            AlertCodes.CaseFile when Fact("step") == "review" => new(
                $"berkas versi {Fact("version")} menunggu penuntut umum; tenggat {due}.", $"version {Fact("version")} of the file waits for the prosecutor; due {due}."),
            AlertCodes.CaseFile => new(
                $"berkas versi {Fact("version")} menunggu dilengkapi {unit}; tenggat {due}.", $"version {Fact("version")} of the file waits for {unit}; due {due}."),
            AlertCodes.Termination => new($"{unit} belum memberitahukan penghentian; tenggat {due}.", $"{unit} has not told of the termination; due {due}."),
            AlertCodes.Restitution when Fact("step") == "claim" => new(
                $"satu korban belum dimohonkan restitusi; tenggat {due}.", $"restitution is not claimed for one victim; due {due}."),
            AlertCodes.Restitution => new(
                $"{Rupiah(Fact("rupiah"))} belum dibayar; tenggat {due}.", $"{Rupiah(Fact("rupiah"))} is not paid; due {due}."),
            _ => null,
        };

        string Fact(string name) => facts.GetValueOrDefault(name) ?? "?";
    }

    private static Wording Competence(string step, string unit, string due) => step switch
    {
        "declined" => new(
            $"serah terima dari {unit} ditolak dan belum ditindaklanjuti; tenggat {due}.", $"a declined handoff of {unit} does not go on; due {due}."),
        "joint_conference" => new(
            $"gelar perkara bersama dengan {unit} belum dilaksanakan; tenggat {due}.", $"the joint conference with {unit} was not held; due {due}."),
        _ => new($"beda kewenangan dari {unit} belum diputus; tenggat {due}.", $"the conflict of competence raised by {unit} is not decided; due {due}."),
    };

    private static Wording Evidence(string item, string mismatch, string unit)
    {
        var words = Terms.List(mismatch.Split(',').Select(word => Enum.TryParse<EvidenceMismatch>(word, out var known) ? known : EvidenceMismatch.SealDiffers));
        return new($"barang bukti {item}: {words.Id}, dicatat {unit}.", $"item {item}: {words.En}, recorded by {unit}.");
    }

    private static string Rupiah(string amount) =>
        long.TryParse(amount, CultureInfo.InvariantCulture, out var rupiah) ? ProsecutionSentences.Rupiah(rupiah) : amount;
}
