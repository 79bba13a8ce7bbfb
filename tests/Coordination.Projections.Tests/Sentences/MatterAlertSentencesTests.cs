using Coordination.Domain.Alerts.Rules;
using Shouldly;
using Xunit;

namespace Coordination.Projections.Tests.Sentences;

public sealed class MatterAlertSentencesTests
{
    private const string Due = "2026-02-19T01:00:00Z";

    [Theory]
    [InlineData(AlertCodes.ReturnLoop, "step", "", "3 kali dikembalikan, Polresta Barelang.")]
    [InlineData(AlertCodes.Competence, "step", "declined", "serah terima dari Polresta Barelang ditolak dan belum ditindaklanjuti; tenggat 19 Februari 2026 08.00 WIB.")]
    [InlineData(AlertCodes.Competence, "step", "joint_conference", "gelar perkara bersama dengan Polresta Barelang belum dilaksanakan; tenggat 19 Februari 2026 08.00 WIB.")]
    [InlineData(AlertCodes.Competence, "step", "conference", "beda kewenangan dari Polresta Barelang belum diputus; tenggat 19 Februari 2026 08.00 WIB.")]
    [InlineData(AlertCodes.Evidence, "mismatch", "SealDiffers,HashDiffers", "barang bukti B-02: segel berbeda, nilai SHA-256 berbeda, dicatat Polresta Barelang.")]
    [InlineData(AlertCodes.ProsecutorNotice, "step", "", "Polresta Barelang belum mengirim SPDP; tenggat 19 Februari 2026 08.00 WIB.")]
    [InlineData(AlertCodes.CaseFile, "step", "review", "berkas versi 2 menunggu penuntut umum; tenggat 19 Februari 2026 08.00 WIB.")]
    [InlineData(AlertCodes.CaseFile, "step", "completion", "berkas versi 2 menunggu dilengkapi Polresta Barelang; tenggat 19 Februari 2026 08.00 WIB.")]
    [InlineData(AlertCodes.Termination, "step", "", "Polresta Barelang belum memberitahukan penghentian; tenggat 19 Februari 2026 08.00 WIB.")]
    [InlineData(AlertCodes.Restitution, "step", "claim", "satu korban belum dimohonkan restitusi; tenggat 19 Februari 2026 08.00 WIB.")]
    [InlineData(AlertCodes.Restitution, "step", "unpaid", "Rp48.000.000 belum dibayar; tenggat 19 Februari 2026 08.00 WIB.")]
    public void Every_clock_says_what_is_waited_for(string code, string fact, string value, string told)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["unit"] = "POLRESTA-BARELANG", ["due"] = Due, ["returns"] = "3", ["item"] = "B-02", ["version"] = "2", ["rupiah"] = "48000000", [fact] = value,
        };
        var sentence = AlertSentences.Raised(code, facts, []);
        sentence.Id.ShouldEndWith(told);
        sentence.En.ShouldNotBe(sentence.Id);
        AlertTitles.Of(code).Id.ShouldNotContain(code);
    }
}
