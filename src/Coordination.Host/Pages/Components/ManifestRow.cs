using System.Globalization;
using System.Text.RegularExpressions;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Host.Resources;
using Coordination.Projections.Handoffs;

namespace Coordination.Host.Pages.Components;

/// <summary>One line of evidence in a form. Lines have fixed field names, so that they work without script.</summary>
public sealed partial record ManifestRow(
    string Item, string Description = "", EvidenceKind Kind = EvidenceKind.Document, string Seal = "", string Sha256 = "", string Custodian = "",
    bool IsKnown = false, long? Quantity = null, string Measure = "", string DocumentNumber = "", bool? Original = null, PersonRef? Owner = null)
{
    private const int Most = 40;

    public static string FirstField => "b0-uraian";

    public static ManifestRow Of(ItemLine item) => new(
        item.Id, item.Description, Enum.TryParse<EvidenceKind>(item.Kind, ignoreCase: true, out var kind) ? kind : EvidenceKind.Other,
        item.SealNumber ?? "", item.Sha256 ?? "", item.Custodian ?? "", IsKnown: true,
        item.Quantity, item.Measure ?? "", item.DocumentNumber ?? "", item.Original, item.Owner);

    public static IReadOnlyList<ManifestRow> Empty(int count, string prefix = "B") =>
        [.. Enumerable.Range(1, count).Select(n => new ManifestRow($"{prefix}-{n.ToString("00", CultureInfo.InvariantCulture)}"))];

    /// <summary>The lines that were filled in. A line without description is an unused one.</summary>
    /// <param name="subject">Whom a line marked so belongs to: the person handed over.</param>
    /// <param name="known">Lines as they were, whose owner is kept: no form asks for another person than the one handed over.</param>
    public static List<EvidenceItem> Read(
        FormValues form, List<FormError> errors, Texts texts, PersonRef? subject = null, IReadOnlyList<ItemLine>? known = null)
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
            var quantity = form.Whole($"b{n}-jumlah");
            if (form.Optional($"b{n}-jumlah") is not null && quantity is null or 0)
                errors.Add(new FormError(texts.Fill("manifest.badQuantity", form[$"b{n}-nomor"]), $"b{n}-jumlah"));
            items.Add(new EvidenceItem(
                form[$"b{n}-nomor"], description, form.One<EvidenceKind>($"b{n}-jenis") ?? EvidenceKind.Other, form[$"b{n}-penyimpan"],
                form.Optional($"b{n}-segel"), sha, form.Has($"b{n}-menyusul"),
                quantity, form.Optional($"b{n}-satuan"), form.Optional($"b{n}-dokumen"),
                form.Has($"b{n}-milik") ? subject : known?.FirstOrDefault(line => line.Id == form[$"b{n}-nomor"])?.Owner,
                IsOriginal(form[$"b{n}-asli"])));
        }
        return items;
    }

    private static bool? IsOriginal(string told) => told switch { "asli" => true, "salinan" => false, _ => null };

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Hash();
}
