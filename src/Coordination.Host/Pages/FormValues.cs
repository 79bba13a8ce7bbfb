using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Coordination.Host.Pages;

/// <summary>What was typed, as it came: a form shows it again after an error, so nothing is lost.</summary>
public sealed class FormValues(IFormCollection? form)
{
    public bool IsEmpty => form is null or { Count: 0 };

    /// <summary>Trimmed; empty when absent.</summary>
    // A form is shown again as it was typed: what looks like a sealed text must not be opened by that.
    public string this[string name] => form is not null && form.TryGetValue(name, out var value)
        ? value.ToString().Trim().Replace(Vault.NarrativeToken.Mark, "{", StringComparison.Ordinal)
        : "";

    public string? Optional(string name) => this[name] is { Length: > 0 } value ? value : null;

    public IReadOnlyList<string> All(string name) =>
        form is not null && form.TryGetValue(name, out var values) ? [.. ((IEnumerable<string?>)values).OfType<string>().Where(v => v.Length > 0)] : [];

    public bool Has(string name) => form is not null && form.TryGetValue(name, out var value) && !StringValues.IsNullOrEmpty(value);

    /// <summary>Was this box ticked?</summary>
    public bool Ticked(string name, string value) => All(name).Contains(value, StringComparer.Ordinal);

    public Guid? Id(string name) => Guid.TryParse(this[name], out var id) ? id : null;

    public long? Whole(string name) =>
        long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value of an enumeration by its name; null when absent or unknown.</summary>
    public TEnum? One<TEnum>(string name)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(this[name], ignoreCase: false, out var value) && Enum.IsDefined(value) ? value : null;

    public IReadOnlyList<TEnum> Many<TEnum>(string name)
        where TEnum : struct, Enum =>
        [.. All(name).Select(v => Enum.TryParse<TEnum>(v, ignoreCase: false, out var value) && Enum.IsDefined(value) ? value : (TEnum?)null).OfType<TEnum>()];
}
