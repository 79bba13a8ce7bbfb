using Coordination.Host.Privacy.Names;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Privacy;

/// <summary>Names are flowers and birds; nobody is real.</summary>
public sealed class NameFormsTests
{
    private static readonly string[] Pool =
        ["Teratai", "Bakung", "Seroja", "Cempaka", "Kenanga", "Melati", "Gagak", "Rajawali", "Kutilang", "Moerai", "Tjendrawasih", "Djalak", "Yudistira", "Muhammad"];

    [Theory]
    [InlineData("Muhammad Rajawali", "Moh. Rajawali")]
    [InlineData("Muhammad Rajawali", "M. Rajawali")]
    [InlineData("Mohamad Rajawali", "Mochammad Rajawali")]
    [InlineData("Muh Rajawali", "MUHAMMED RAJAWALI")]
    [InlineData("Soeroja Moerai", "Suroya Murai")]
    [InlineData("Tjendrawasih", "Cendrawasih")]
    [InlineData("Djalak Soerja", "Jalak Surya")]
    [InlineData("Joedistira", "Yudistira")]
    [InlineData("Sjarif Kutilang", "Syarif Kutilang")]
    [InlineData("Achmad Bakung", "Akhmad Bakung")]
    [InlineData("Ahmad Bakung", "Achmad Bakung")]
    [InlineData("Fatimah Seroja", "Fathima Seroja")]
    [InlineData("Rudy Gagak", "Rudi Gagak")]
    [InlineData("H. Gagak bin Rajawali", "Gagak Rajawali")]
    [InlineData("Hj. Melati binti Bakung, S.H., M.Si.", "Melati Bakung")]
    [InlineData("Dr. Ir. Cempaka Kenanga", "Cempaka Kenanga")]
    [InlineData("Kenanga a/p Melati", "Kenanga Melati")]
    [InlineData("Nur'aini Melati", "Nuraini Melati")]
    [InlineData("Seroja Melati", "Melati Seroja")]
    [InlineData("Abd. Kutilang", "Abdul Kutilang")]
    [InlineData("St. Kenanga", "Siti Kenanga")]
    public void Two_ways_of_writing_one_name_are_one(string one, string other)
    {
        NameForms.Canonical(one).ShouldBe(NameForms.Canonical(other));
        NameScore.Of(one, other).ShouldBe(1, 0.0001);
    }

    [Theory]
    [InlineData("Teratai")]
    [InlineData("Haji")]
    [InlineData("Andi")]
    [InlineData("M")]
    [InlineData("Bin")]
    public void One_word_is_a_whole_name_even_when_it_looks_like_a_title(string name) => NameForms.Words(name).Count.ShouldBe(1);

    [Theory]
    [InlineData("Rahmat Gagak", "Rohmat Gagak")]
    [InlineData("Teratai Putih", "Teratai Puti")]
    [InlineData("Kutilang Emas", "Kutilnag Emas")]
    [InlineData("Teratai", "Teratai Seroja")]
    [InlineData("M. Teratai", "Teratai")]
    public void Names_that_may_be_one_are_shown(string one, string other) => NameScore.Of(one, other).ShouldBeGreaterThanOrEqualTo(NameScore.Shown);

    [Theory]
    [InlineData("Teratai", "Bakung")]
    [InlineData("Muhammad Gagak", "Muhammad Kutilang")]
    [InlineData("Melati Seroja", "Kenanga Rajawali")]
    [InlineData("Cempaka", "Gagak Cempaka Rajawali Kutilang")]
    public void Names_that_are_not_one_are_not_shown(string one, string other) => NameScore.Of(one, other).ShouldBeLessThan(NameScore.Shown);

    [Fact]
    public void Order_titles_and_capitals_never_change_a_name()
    {
        var random = new Random(20260202);
        for (var i = 0; i < 2_000; i++)
        {
            var words = random.GetItems(Pool, random.Next(1, 5));
            var name = string.Join(' ', words);
            var shuffled = words.ToArray();
            random.Shuffle(shuffled);
            var other = $"Bpk. {string.Join(" BIN ", shuffled).ToUpperInvariant()}, S.E.";
            NameForms.Canonical(other).ShouldBe(NameForms.Canonical(name), $"{name} | {other}");
        }
    }

    [Fact]
    public void A_score_lies_between_nothing_and_one_is_the_same_both_ways_and_one_only_for_the_same_words()
    {
        var random = new Random(20260203);
        for (var i = 0; i < 2_000; i++)
        {
            var (one, other) = (string.Join(' ', random.GetItems(Pool, random.Next(1, 4))), string.Join(' ', random.GetItems(Pool, random.Next(1, 4))));
            var score = NameScore.Of(one, other);
            score.ShouldBeInRange(0, 1);
            NameScore.Of(one, one).ShouldBe(1, 0.0001, one);
            if (NameForms.Words(one).Count != NameForms.Words(other).Count)
                score.ShouldBe(NameScore.Of(other, one), 0.0001, $"{one} | {other}");
            (score > 0.9999).ShouldBe(NameForms.Canonical(one) == NameForms.Canonical(other), $"{one} | {other}");
        }
    }

    [Theory]
    [InlineData("Teratai Putih", "T••• P•••")]
    [InlineData("Gagak", "G•••")]
    public void A_mask_tells_the_first_letters_and_not_the_length(string name, string masked) => NameMask.Of(name).ShouldBe(masked);

    [Fact]
    public void Nothing_written_is_no_name()
    {
        NameForms.Words(" .,- ").ShouldBeEmpty();
        NameScore.Of("", "Teratai").ShouldBe(0);
    }
}
