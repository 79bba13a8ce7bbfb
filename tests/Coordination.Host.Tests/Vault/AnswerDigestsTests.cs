using Coordination.Domain.Networks;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Host.Screening;
using Coordination.Host.Snapshots.Forms;
using Coordination.Host.Vault;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

public sealed class AnswerDigestsTests
{
    private static readonly string[] Learnt =
    [
        "Saya pergi umrah bersama rombongan selama dua belas hari dan pulang lewat Jakarta", "Biaya dibayar sendiri dari hasil panen kakao tahun lalu",
        "Hotel di Mekah dekat masjid, nama hotelnya belum diberi tahu oleh biro", "Saya kenal ketua rombongan dari tetangga di kampung",
    ];

    private static readonly string[] Own =
    [
        "Kakak saya tinggal di Jeddah, saya mau menengok anaknya yang baru lahir", "Tiket dibelikan suami kakak minggu kemarin",
        "Menginap di rumah kakak saja", "Tidak ikut rombongan mana pun",
    ];

    [Fact]
    public void The_same_words_agree_wholly_whatever_their_case_and_punctuation() =>
        Agreement(Learnt, [.. Learnt.Select(answer => answer.ToUpperInvariant() + "!")]).ShouldBe(1);

    [Fact]
    public void Nearly_the_same_words_agree_nearly_wholly() =>
        Agreement(Learnt, [.. Learnt[..3], Learnt[3].Replace("tetangga", "saudara", StringComparison.Ordinal)]).ShouldBeInRange(0.85, 0.99);

    [Fact]
    public void Other_words_hardly_agree() => Agreement(Learnt, Own).ShouldBeLessThan(0.2);

    [Fact]
    public void Without_the_key_nobody_makes_the_same_digest() =>
        Digest(NewKey(), Learnt)!.Zip(Digest(NewKey(), Learnt)!).Count(pair => pair.First == pair.Second).ShouldBeLessThan(3);

    [Fact]
    public void An_interview_without_answers_has_no_digest_even_if_one_came_with_it() =>
        new AnswerDigests(NewKey()).On(new PassportInterviewConducted([], "Singkat.", AnswerDigest: ["00000000"])).AnswerDigest.ShouldBeNull();

    [Fact]
    public void The_wording_of_an_advertisement_is_recognised_by_whoever_tells_of_it_and_no_form_asks_for_its_digest()
    {
        const string Wording = "Dibutuhkan segera admin komputer di Kamboja, gaji belasan juta, tiket dan paspor ditanggung";
        var digests = new AnswerDigests(NewKey());
        var ad = digests.On(new IllegalJobAdReported(new string('a', 64), "FACEBOOK", "x", AdvertText: Wording)).AdvertTextDigest!;
        digests.On(new SecondaryInspectionConducted("x", [], AdvertText: Wording.ToUpperInvariant())).AdvertTextDigest.ShouldBe(ad);
        digests.On(new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "x", AdvertText: Wording)).AdvertTextDigest.ShouldBe(ad);
        digests.On(new PassportInterviewConducted([], "x", AdvertText: Wording)).AdvertTextDigest.ShouldBe(ad);
        digests.On(new TipReceived(TipChannel.Web, true, TipUrgency.Routine, "x", AdvertText: "Dibutuhkan segera admin komputer", AdvertTextDigest: ["00000000"]))
            .AdvertTextDigest.ShouldBeNull("a few words are everybody's");
        FactField.Of(typeof(IllegalJobAdReported))!.Select(field => field.Name).Where(name => name.StartsWith("advert", StringComparison.Ordinal))
            .ShouldBe(["advert", "advertText"]);
    }

    [Fact]
    public void A_digest_tells_nothing_of_the_words() =>
        Digest(NewKey(), Learnt)!.ShouldAllBe(entry => entry.Length == 8 && entry.All(char.IsAsciiHexDigitLower));

    // The mean over many keys: with one key alone the share is an estimate, and one in fifty is further off than these tests allow.
    private static double Agreement(string[] one, string[] other) => Enumerable.Range(0, 40).Select(_ => NewKey())
        .Average(key => (double)Digest(key, one)!.Zip(Digest(key, other)!).Count(pair => pair.First == pair.Second) / AnswerDigests.Entries);

    private static IReadOnlyList<string>? Digest(IndexKey key, string[] answers) =>
        new AnswerDigests(key).On(new PassportInterviewConducted([], "Singkat.", Answers: answers)).AnswerDigest;

    private static IndexKey NewKey() => IndexKey.LoadOrCreate(TestDirectory.Create());
}
