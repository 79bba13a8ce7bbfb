using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Coordination.Host.Pages;
using Coordination.Host.Security.SecondFactor;
using Coordination.Projections.Sharing;
using Coordination.Projections.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Coordination.Host.Sharing;

/// <summary>Who reads a thing: seen and changed by its owner, asked about by its readers.</summary>
public sealed partial class SharingPage
{
    private bool _ready;
    private SharingView? _view;
    private IReadOnlyList<string> _members = [];
    private IReadOnlyList<string> _ends = [];
    private IReadOnlyList<UnitReaders> _readers = [];
    private IReadOnlyList<UnitReaders>? _preview;
    private string? _asked;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal SharingReport Report { get; set; } = null!;

    [Inject]
    internal Things Things { get; set; } = null!;

    [Inject]
    public required AudiencePreview Audience { get; set; }

    private Zone Zone => CodeNames.ZoneOfUnit(Me.Value.Unit);

    private bool IsIntelligence => _view!.Kind == "intelligence_report";

    private string? Link => _view!.Kind switch
    {
        "intelligence_report" => $"/intelijen/{Id}",
        "case" => $"/kasus/{Id}",
        "handoff" => $"/serah-terima/{Id}",
        "joint_operation" => $"/operasi/{Id}",
        var kind => SnapshotKinds.Find(kind) is { } thing ? $"/{thing.Page}/{Id}" : null,
    };

    /// <summary>What this reader could ask for: the decision says the same, this only keeps the form away where it would always say no.</summary>
    private List<ConsentKind> Askable => (_view!.Mine, _view.Marking) switch
    {
        (true, { Level: Level.SR }) => [ConsentKind.Release],
        (true, _) => [],
        (false, var marking) =>
        [
            .. marking.IsOriginatorControlled || marking.Level == Level.SR ? [ConsentKind.OnwardSharing] : Array.Empty<ConsentKind>(),
            .. marking.Has(Caveat.NotInCourt) ? [ConsentKind.CourtUse] : Array.Empty<ConsentKind>(),
        ],
    };

    private SharedThing Thing => new(Id);

    protected override async Task OnInitializedAsync()
    {
        _view = await Report.Of(Me.Viewer, Id, Aborted);
        if (_view is not null && await Things.Find(Id, Aborted) is { } thing)
        {
            _members = await Things.MembersOf(thing, Aborted);
            _ends = thing.Ends;
            _readers = await Audience.Of(_view.Marking, _view.Owner, _members, Aborted);
        }

        _ready = true;
    }

    private async Task Widen()
    {
        var recipients = Recipients("penerima");
        if (recipients.Count == 0)
            Errors.Add(new FormError(T["intelligence.share.nobody"], "penerima"));
        var fact = new SharingWidened(Thing, recipients, Required("alasan", "sharing.noReason"));
        await Send("widen", fact, State(happened: fact), "widened");
    }

    private Task Narrow()
    {
        var fact = new SharingNarrowed(Thing, Recipients("tetap"), Required("sebab", "sharing.noReason"));
        return Send("narrow", fact, State(happened: fact), "narrowed");
    }

    /// <summary>Two steps: first who would read it then, by the function that decides, and then the sending.</summary>
    private async Task Send(string form, SharingEvent fact, Marking then, string outcome)
    {
        if (Errors.Count > 0)
            return;
        (_asked, _preview) = (form, await Audience.Of(then, _view!.Owner, _members, Aborted));
        if (Form["kirim"] == "ya")
            await Submit(fact, outcome);
    }

    private Task Ask() => Submit(
        new ConsentRequested(
            Thing, Form.One<ConsentKind>("izin") ?? Askable[0], Form["izin"] == nameof(ConsentKind.CourtUse) ? [] : Named(), Required("mengapa", "sharing.noReason")),
        "asked");

    private Task Answer(Consent consent)
    {
        var words = Form[$"jawaban-{consent.Number}"];
        if (Form["jawab"] == "ya" && _view!.Marking.Level == Level.SR && !StepUp.IsFresh(Http))
        {
            Navigation.NavigateTo($"{StepUp.PagePath}?kembali={Uri.EscapeDataString($"/berbagi/{Id}")}");
            return Task.CompletedTask;
        }

        if (Form["jawab"] == "ya")
            return Submit(new ConsentGiven(Thing, consent.Number, words.Length == 0 ? null : words), "given");
        return Submit(new ConsentRefused(Thing, consent.Number, Required($"jawaban-{consent.Number}", "sharing.noReason")), "refused");
    }

    private Task Submit(SharingEvent fact, string outcome) => Submit(
        fact, Id, Envelopes.For(Me.Value, place: CodeNames.PlaceOfUnit(Me.Value.Unit)), $"/berbagi/{Id}?hasil={outcome}", ConsentQueries.Reads);

    /// <summary>The marking as it would be after this.</summary>
    private Marking State(SharingEvent happened) => happened switch
    {
        SharingWidened e => _view!.Marking with
        {
            Audience = [.. _view.Marking.Audience, .. Groups(e.Recipients)],
            Within = [.. _view.Marking.Within.Select(list => (IReadOnlyList<string>)[.. list, .. Groups(e.Recipients)])],
        },
        SharingNarrowed e => _view!.Marking with
        {
            Within = [.. _view.Marking.Within, [Audiences.Agency(_view.Owner), .. Groups(e.Keep), .. _ends]],
        },
        _ => _view!.Marking,
    };

    private static IEnumerable<string> Groups(IEnumerable<Recipient> recipients) => recipients.Select(to => to.ToAudience());

    private List<Recipient> Recipients(string field) => [.. Form.All(field).Select(ToRecipient)];

    // One named officer of the unit chosen: Sangat Rahasia goes to nobody else.
    private List<Recipient> Named() =>
        Form.Optional("petugas") is { } officer ? [.. Recipients("untuk").Select(to => to with { Officer = officer })] : Recipients("untuk");

    private static Recipient ToRecipient(string value) =>
        value.Split('/') is [var agency, var unit] ? new Recipient(agency, unit) : new Recipient(value);
}
