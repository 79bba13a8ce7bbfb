using System.Globalization;
using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Host.Intake;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Coordination.Host.Snapshots.Forms;
using Coordination.Projections.Sharing;

namespace Coordination.Host.JointOperations;

/// <summary>Records of the field: what is typed goes the way of the API, so that a person becomes a reference before anything is written.</summary>
public sealed partial class OperationPage
{
    private bool MayRecord => (IsParty || Me.Value.Agency == Domain.Reference.Agencies.TaskForce) && FieldRecords.AreTaken(State, Now);

    /// <summary>What was just written down, as its form is called.</summary>
    private string? Recorded => FieldRecords.All.FirstOrDefault(one => one.Entry.Alias == Query("hasil")).Entry is { } entry
        ? (T.Language == "en" ? entry.EnglishGloss : entry.Gloss).Capital()
        : null;

    private async Task Record(CatalogueEntry entry)
    {
        var fields = FactField.Of(entry.Event)!;
        var body = new FactInput(Form, Zone, T, Errors).Read(fields, entry.Alias);
        Errors.AddRange(IdentitiesInText.Of(fields, entry.Alias, Form, T));
        var occurred = Occurred($"{entry.Alias}.terjadi");
        if (Errors.Count > 0)
            return;
        var read = await Facts.Read(
            new RawFact(JsonSerializer.SerializeToElement(body), entry.Event, Me.Value.Agency, $"{Me.Value.Agency}/page:{Key}"), Call, Aborted);
        if (read.Fact is not { } fact)
        {
            Errors.Add(FactErrors.Of(read.Refusal!, entry.Alias, T));
            return;
        }

        var place = fact is LocationInspected inspected ? inspected.Place : Form.Optional($"{entry.Alias}.tempat") ?? State.Place;
        await Submit(
            fact, Id, Envelopes.For(Me.Value, occurred, Told with { Within = [] }, place), $"/operasi/{Id}?hasil={entry.Alias}", [.. ThingSight.Reads]);
    }

    /// <summary>Null = now. By the clocks of the place, as the chronology beside it.</summary>
    private DateTimeOffset? Occurred(string field)
    {
        if (DateTime.TryParseExact(Form[field], "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return FieldRecords.Within(State, new DateTimeOffset(local, Zone.Offset).ToUniversalTime());
        if (Form.Has(field) || State.ConcludedAt is not null)
            Errors.Add(new FormError(T["operation.field.noTime"], field));
        return null;
    }
}
