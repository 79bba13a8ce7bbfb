using System.Globalization;
using System.Text.RegularExpressions;
using Coordination.Domain.Handoffs;
using Coordination.Host.Resources;
using Coordination.Projections.Handoffs;

namespace Coordination.Host.Pages.Components;

/// <summary>One line of evidence in a form. Lines have fixed field names, so that they work without script.</summary>
public sealed partial record ManifestRow(
    string Item, string Description = "", EvidenceKind Kind = EvidenceKind.Document, string Seal = "", string Sha256 = "", string Custodian = "",
    bool IsKnown = false)
{
    private const int Most = 40;

    public static string FirstField => "b0-uraian";

    public static ManifestRow Of(ItemLine item) => new(
        item.Id, item.Description, Enum.TryParse<EvidenceKind>(item.Kind, ignoreCase: true, out var kind) ? kind : EvidenceKind.Other,
        item.SealNumber ?? "", item.Sha256 ?? "", item.Custodian ?? "", IsKnown: true);

    public static IReadOnlyList<ManifestRow> Empty(int count, string prefix = "B") =>
        [.. Enumerable.Range(1, count).Select(n => new ManifestRow($"{prefix}-{n.ToString("00", CultureInfo.InvariantCulture)}"))];

    /// <summary>The lines that were filled in. A line without description is an unused one.</summary>
    public static List<EvidenceItem> Read(FormValues form, List<FormError> errors, Texts texts)
    {
        var items = new List<EvidenceItem>();
        for (var n = 0; n < Most && form.Has($"b{n}-nomor"); n++)
        {
            if (form.Optional($"b{n}-uraian") is not { } description)
                continue;
            var sha = form.Optional($"b{n}-sha")?.ToLowerInvariant();
            if (sha is not null && !Hash().IsMatch(sha))
                errors.Add(new FormError(texts.Fill("manifest.badHash", form[$"b{n}-nomor"]), $"b{n}-sha"));
            if (form.Optional($"b{n}-penyimpan") is null)
                errors.Add(new FormError(texts.Fill("manifest.noCustodian", form[$"b{n}-nomor"]), $"b{n}-penyimpan"));
            items.Add(new EvidenceItem(
                form[$"b{n}-nomor"], description, form.One<EvidenceKind>($"b{n}-jenis") ?? EvidenceKind.Other, form[$"b{n}-penyimpan"],
                form.Optional($"b{n}-segel"), sha, form.Has($"b{n}-menyusul")));
        }
        return items;
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Hash();
}
