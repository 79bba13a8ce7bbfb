using Coordination.Domain.Kernel;

namespace Coordination.Host.Vault;

/// <summary>Telephone numbers, e-mail and other addresses as references: equal after normalising = equal reference, so that rules can count them.</summary>
public sealed class Contacts(IndexKey key)
{
    private const string IndonesiaPrefix = "+62";

    public ContactRef RefOf(string normalised) => new(key.Reference("contact", normalised));

    /// <returns>Null when there is nothing in it to normalise.</returns>
    public static string? Normalise(string value)
    {
        var text = value.Trim().Normalize(System.Text.NormalizationForm.FormKC);
        if (text.Length is 0 or > 300)
            return null;
        if (text.Contains('@', StringComparison.Ordinal))
            return text.ToLowerInvariant();
        return Telephone(text) ?? string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // 0812…, 62812… and +62 812-… are one number.
    private static string? Telephone(string text)
    {
        if (!text.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '.' or '(' or ')'))
            return null;
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        if (digits.Length is < 6 or > 15)
            return null;
        if (text.TrimStart().StartsWith('+'))
            return "+" + digits;
        if (digits.StartsWith("00", StringComparison.Ordinal))
            return "+" + digits[2..];
        if (digits.StartsWith('0'))
            return IndonesiaPrefix + digits[1..];
        return digits.StartsWith("62", StringComparison.Ordinal) ? "+" + digits : digits;
    }
}
