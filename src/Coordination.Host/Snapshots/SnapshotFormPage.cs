using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Host.Intake;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Coordination.Host.Snapshots.Forms;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Coordination.Host.Snapshots;

/// <summary>A page with forms that are made from the shape of events. What is sent goes the way of the API: body, vault, write path.</summary>
public abstract class SnapshotFormPage : FormPage
{
    private const int Offered = 50;

    [Inject]
    public required SnapshotQueries Snapshots { get; set; }

    [Inject]
    public required CaseSummaryQueries Cases { get; set; }

    [Inject]
    public required HandoffInboxQueries Handoffs { get; set; }

    [Inject]
    public required AudiencePreview Audience { get; set; }

    [Inject]
    internal NextSteps Steps { get; set; } = null!;

    protected SnapshotKind Kind => SnapshotKinds.OfPage(Http.Request.Path.Value!.Split('/')[1])!;

    protected Zone Zone => CodeNames.ZoneOfUnit(Me.Value.Unit);

    protected FormChoices Choices { get; private set; } = FormChoices.None;

    /// <summary>Form that was sent to see who would read it, and who would.</summary>
    protected (string Alias, IReadOnlyList<UnitReaders> Readers)? Preview { get; private set; }

    protected IEnumerable<(string, string)> Levels =>
        Enum.GetValues<Level>().Where(level => level <= Me.Value.Clearance).Select(level => (level.ToString(), T.Term(level)));

    protected IReadOnlyList<UnitReaders>? PreviewOf(string alias) => Preview is { } shown && shown.Alias == alias ? shown.Readers : null;

    /// <param name="persons">Of the thing.</param>
    /// <param name="forms">Questions that will be asked: lists that none of them needs are not read.</param>
    protected async Task Offer(IEnumerable<PersonRef> persons, IEnumerable<FactField> forms)
    {
        var shapes = forms.SelectMany(All).Select(field => field.Shape).ToHashSet();
        var cases = shapes.Contains(FactShape.Case) ? (await Cases.List(Me.Viewer, null, Offered, Aborted)).Items : [];
        await Looks.At(cases, Aborted);
        var handoffs = shapes.Contains(FactShape.Handoff) ? (await Handoffs.List(Me.Viewer, HandoffBox.All, openOnly: false, null, Offered, Aborted)).Items : [];
        await Looks.At(handoffs, Aborted);
        Choices = new(
            [.. persons.Distinct().Select(person => (person.ToString(), person.Code))],
            [.. cases.Select(file => (file.Id.ToString(), $"{file.Number} · {file.Title}"))],
            [.. handoffs.Select(one => (one.Id.ToString(), $"{T.Term<Domain.Handoffs.HandoffKind>(one.Kind).Capital()} · {string.Join(", ", one.Persons)}"))]);
    }

    /// <summary>Two steps: first who would read it, then the sending.</summary>
    /// <param name="state">The thing as it stands.</param>
    protected async Task Send(CatalogueEntry entry, Guid stream, object state, Marking marking, IReadOnlyList<string> members, string next)
    {
        var body = new FactInput(Form, Zone, T, Errors).Read(FactField.Of(entry.Event) ?? [], entry.Alias);
        var envelope = EnvelopeOf(entry.Alias, marking);
        if (Errors.Count > 0)
            return;
        Preview = (entry.Alias, await Audience.Of(Addressed(entry, body, state, envelope), Me.Value.Agency, members, Aborted));
        if (Errors.Count > 0 || Form["kirim"] != "ya")
            return;
        var raw = new RawFact(JsonSerializer.SerializeToElement(body), entry.Event, Me.Value.Agency, $"{Me.Value.Agency}/page:{Key}");
        var read = await Facts.Read(raw, Call, Aborted);
        if (read.Fact is { } fact)
            await Submit(fact, Kind.Named?.Invoke(fact) ?? stream, envelope, Kind.Named?.Invoke(fact) is { } named ? $"/{Kind.Page}/{named}?hasil=ya" : next, SnapshotQueries.Reads);
        else
            Errors.Add(FactErrors.Of(read.Refusal!, entry.Alias, T));
    }

    private Envelope EnvelopeOf(string alias, Marking marking)
    {
        var at = $"{alias}.terjadi";
        DateTimeOffset? occurred = DateTime.TryParseExact(Form[at], "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Zone.Offset)
            : null;
        return Envelopes.For(Me.Value, occurred, marking, Form.Optional($"{alias}.tempat") ?? CodeNames.PlaceOfUnit(Me.Value.Unit));
    }

    // With the readers that the event brings by itself. Persons that are not in the vault yet are stood in for: a look must not put them there.
    private Marking Addressed(CatalogueEntry entry, JsonObject body, object state, Envelope envelope)
    {
        try
        {
            var fact = ExampleFact.Of(
                entry, body.DeepClone().AsObject(), told => Guid.TryParse(told.ToString(), out var known) ? known : DeterministicId.From($"preview/{Key}"));
            var decision = entry.Stream.Decide(state, entry.Stream.CommandFor(fact), envelope);
            var then = decision.Events.Aggregate(state, (before, happened) => entry.Stream.Evolve(before, happened, envelope));
            return entry.Stream.Addressed(envelope, then).Marking;
        }
        catch (JsonException e)
        {
            Errors.Add(FactErrors.Of(FactReader.DataInvalid with { Details = [e.Path ?? "$"] }, entry.Alias, T));
            return envelope.Marking;
        }
    }

    private static IEnumerable<FactField> All(FactField field) => field.Parts.SelectMany(All).Prepend(field);
}
