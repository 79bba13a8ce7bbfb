using System.Security.Cryptography;
using System.Text;
using Coordination.Domain.Kernel;

namespace Coordination.Host.Vault;

/// <summary>
/// Free texts of events. Sealed on the way in, before anything decides on them or stores them; opened on the way out, in the last step before the bytes
/// leave (<see cref="OpenedBody"/>): in between the product knows ciphertext only, in logs, views, caches and messages alike.
/// </summary>
/// <remarks>
/// The same text in the same field of the same stream has the same key and the same ciphertext, so that deciders still see that nothing changed and
/// a retry writes the same. Each text has its own key: it can be erased alone.
/// </remarks>
internal sealed class Narratives(IndexKey index, DataKeys keys)
{
    /// <summary>What stands for a text whose key is gone.</summary>
    public const string Erased = "[dihapus / erased]";

    public static readonly Refusal Reserved = new(
        "text.reserved", "A text may not hold the mark of a sealed text.", RefusalKind.Invalid);

    /// <summary>The fact with its free texts sealed; null when a text that is not sealed carries the mark of one.</summary>
    public async Task<object?> Seal(object fact, Guid stream, CancellationToken ct)
    {
        var subjects = new HashSet<Guid>();
        var marked = false;
        _ = NarrativeFields.Replace(
            fact,
            (field, text) =>
            {
                subjects.Add(SubjectOf(stream, field, text));
                return text;
            },
            text => marked |= text.Contains(NarrativeToken.Mark, StringComparison.Ordinal));
        if (marked)
            return null;
        if (subjects.Count == 0)
            return fact;
        var found = await keys.FindOrCreate(subjects, KeyKinds.Narrative, ct);
        return NarrativeFields.Replace(
            fact, (field, text) => NarrativeToken.Seal(found[SubjectOf(stream, field, text)], field, text).ToString());
    }

    /// <summary>The text with every sealed part opened, and escaped for where it stands. What was sealed within a sealed text stays as it is.</summary>
    public async Task<string> Open(string text, Func<string, string> escape, CancellationToken ct)
    {
        var tokens = NarrativeToken.In(text).ToList();
        if (tokens.Count == 0)
            return text;
        var found = await keys.Find([.. tokens.Select(token => token.Token.Subject).Distinct()], ct);
        var opened = new StringBuilder(text.Length);
        var next = 0;
        foreach (var (at, length, token) in tokens)
        {
            opened.Append(text, next, at - next).Append(escape(Open(token, found)));
            next = at + length;
        }
        return opened.Append(text, next, text.Length - next).ToString();
    }

    private static string Open(NarrativeToken token, IReadOnlyDictionary<Guid, DataKey> keys)
    {
        try
        {
            return keys.TryGetValue(token.Subject, out var key) ? token.Open(key) : Erased;
        }
        catch (CryptographicException)
        {
            return Erased; // the same words were written again after the erasure: another key
        }
    }

    private Guid SubjectOf(Guid stream, string field, string text) => index.Reference("narrative", $"{stream:N}|{field}|{text}");
}
