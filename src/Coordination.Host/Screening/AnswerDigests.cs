using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Coordination.Domain.Networks;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Host.Vault;

namespace Coordination.Host.Screening;

/// <summary>
/// What lets a rule see that several applicants answer in the same words (R06), or tell of the same advertisement (R36), once the words themselves are
/// sealed: keyed MinHash. Each entry is the least keyed hash of the pairs of neighbouring words, under an order of its own; two digests agree in about
/// the share of pairs that both have.
/// </summary>
public sealed class AnswerDigests(IndexKey key)
{
    /// <summary>Enough to tell nine tenths from eight.</summary>
    public const int Entries = 64;

    /// <summary>An advertisement of fewer words than these is recognised by its number or address alone.</summary>
    public const int LeastWords = 8;

    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The interview with the digests of its answers and of the advertisement that it tells of; those that came with it are none.</summary>
    public PassportInterviewConducted On(PassportInterviewConducted interview) => interview with
    {
        AnswerDigest = Of(interview.Answers ?? []), AdvertTextDigest = OfAdvert(interview.AdvertText),
    };

    /// <summary>What was said or reported, with the digest of the wording of its advertisement; one that came with it is none.</summary>
    public IllegalJobAdReported On(IllegalJobAdReported ad) => ad with { AdvertTextDigest = OfAdvert(ad.AdvertText) };

    /// <inheritdoc cref="On(IllegalJobAdReported)"/>
    public SecondaryInspectionConducted On(SecondaryInspectionConducted inspection) =>
        inspection with { AdvertTextDigest = OfAdvert(inspection.AdvertText) };

    /// <inheritdoc cref="On(IllegalJobAdReported)"/>
    public TipReceived On(TipReceived tip) => tip with { AdvertTextDigest = OfAdvert(tip.AdvertText) };

    // A few words are everybody's.
    private string[]? OfAdvert(string? text) => text is not null && Words(text).Count >= LeastWords ? Of([text]) : null;

    private string[]? Of(IReadOnlyList<string> answers)
    {
        ulong[] hashes = [.. answers.SelectMany(Pairs).Distinct(StringComparer.Ordinal).Select(Hash)];
        return hashes is [] ? null : [.. Enumerable.Range(0, Entries).Select(order => Text(hashes.Min(hash => Mixed(hash, order))))];
    }

    /// <summary>Neighbouring words of one answer, its edges among them; the place of the answer counts, as do the words.</summary>
    private static IEnumerable<string> Pairs(string answer, int place)
    {
        var words = Words(answer);
        return words is [] ? [] : words.Prepend("").Zip(words.Append(""), (one, next) => $"{place}|{one}|{next}");
    }

    private static List<string> Words(string answer)
    {
        var letters = answer.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ');
        return [.. new string([.. letters]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private ulong Hash(string pair) => BinaryPrimitives.ReadUInt64BigEndian(key.Blind("answer", pair));

    // A permutation of the hashes for each entry (splitmix64): the key is in the hash, so nobody can go back to the words.
    private static ulong Mixed(ulong hash, int order)
    {
        unchecked
        {
            var mixed = hash + ((ulong)order + 1) * Golden;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    private static string Text(ulong least) => (least >> 32).ToString("x8", CultureInfo.InvariantCulture);
}
