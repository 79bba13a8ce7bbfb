using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Host.Pages;
using Coordination.Host.Pages.Components;
using Coordination.Host.Resources;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Coordination.Projections.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Coordination.Host.Handoffs;

/// <summary>Whose turn it is, seen from the reader's unit. Only decides which form is shown; whether the answer stands is the decider's to say.</summary>
internal enum HandoffTurn
{
    Wait,
    Dispatch,
    Receive,
    Decide,
    Supplement,
}

/// <summary>One page for both sides of a handoff.</summary>
public sealed partial class HandoffPage
{
    private static readonly string[] Outcomes = ["dispatched", "received", "accepted", "returned", "supplemented", "declined", "withdrawn"];
    private static readonly string[] Decisions = ["accept", "return", "decline"];
    private bool _ready;
    private HandoffDetail? _handoff;
    private CaseDetail? _case;
    private IReadOnlyList<UnitReaders> _readers = [];
    private IReadOnlyDictionary<string, ItemChain> _chains = new Dictionary<string, ItemChain>(StringComparer.Ordinal);

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    public required HandoffInboxQueries Handoffs { get; set; }

    [Inject]
    public required CaseSummaryQueries Cases { get; set; }

    [Inject]
    public required SnapshotQueries Snapshots { get; set; }

    [Inject]
    public required AudiencePreview Audience { get; set; }

    private HandoffListItem Item => _handoff!.Item;

    private Zone Zone => CodeNames.ZoneOfUnit(Item.From.Unit);

    private bool IsReceiver => Item.To.Agency == Me.Value.Agency && Item.To.Unit == Me.Value.Unit;

    private bool IsSender => Item.From.Agency == Me.Value.Agency && Item.From.Unit == Me.Value.Unit;

    private HandoffTurn Turn => Item.Status switch
    {
        "proposed" when IsSender => HandoffTurn.Dispatch,
        "dispatched" when IsReceiver => HandoffTurn.Receive,
        "received" or "supplemented" when IsReceiver => HandoffTurn.Decide,
        "returned" when IsSender => HandoffTurn.Supplement,
        _ => HandoffTurn.Wait,
    };

    private bool MayWithdraw => IsSender && Item.Clock is not null;

    private string? Submitted => Form.Optional("_handler");

    private string? Done => Outcomes.FirstOrDefault(outcome => outcome == Query("hasil"));

    private int Returns => _handoff!.Stages.Count(s => s.Stage == "returned");

    /// <summary>Before it is dispatched nothing was handed over that a record could be of.</summary>
    private bool HasRecord => _handoff!.Stages.Any(s => s.Stage == "dispatched");

    private StageLine? LastReturn => Item.Status == "returned" ? _handoff!.Stages.LastOrDefault(s => s.Stage == "returned") : null;

    /// <summary>What stands on the manifest and is not delivered, or lacks what it must have.</summary>
    private List<ItemLine> OpenItems => [.. _handoff!.Manifest.Where(i => i.Pending || i.Missing)];

    protected override async Task OnInitializedAsync()
    {
        await Load();
        _ready = true;
    }

    private async Task Load()
    {
        _handoff = await Handoffs.Find(Me.Viewer, new HandoffId(Id), Aborted);
        if (_handoff is null)
            return;
        _case = Item.Case is { } caseId ? await Cases.Find(Me.Viewer, caseId, Aborted) : null;
        await Looks.At([_handoff], Aborted);
        if (_case is not null)
            await Looks.At(_case, Aborted);
        await FollowItems(_handoff);
        _readers = await Audience.Of(AnswerMarking(), Item.From.Agency, _case?.Members ?? [], Aborted);
    }

    private async Task FollowItems(HandoffDetail handoff)
    {
        var told = await Snapshots.Some(Me.Viewer, ItemChain.Kind, ItemChain.StreamsOf(handoff), Now, Aborted);
        await Looks.At(told.Select(one => one.Item), Aborted);
        _chains = ItemChain.ByItem(handoff, told);
    }

    /// <summary>An answer is marked as what it answers, and both ends read it.</summary>
    private Marking AnswerMarking() => Item.Marking with
    {
        Audience =
        [
            .. Item.Marking.Audience
                .Append(Audiences.Unit(Item.From.Agency, Item.From.Unit))
                .Append(Audiences.Unit(Item.To.Agency, Item.To.Unit))
                .Distinct(StringComparer.Ordinal),
        ],
    };

    private Task Receive() => Answer(new HandoffReceived(ServiceToken: HandedForm.Token(Form)), "received");

    private Task Accept() => Answer(new HandoffAccepted(Form.Optional("nomor"), null, Ticked("tanpa")), "accepted");

    private async Task Return()
    {
        var missing = _handoff!.Manifest.Where(i => Form.Ticked("kurang", i.Id)).Select(i => new MissingItem(i.Description, i.Id)).ToList();
        if (Form.Optional("lainnya") is { } other)
            missing.Add(new MissingItem(other));
        if (missing.Count == 0)
            Errors.Add(new FormError(T["handoff.return.nothingTicked"], "kurang"));
        await Answer(new HandoffReturned(missing, Required("alasan", "handoff.return.noReason")), "returned");
    }

    private Task Decline() =>
        Answer(new HandoffDeclined(Required("sebab", "handoff.decline.noReason"), Form.Optional("berwenang")), "declined");

    private Task Withdraw() => Answer(new HandoffWithdrawn(Required("tarik", "handoff.withdraw.noReason")), "withdrawn");

    private async Task Supplement()
    {
        var items = ManifestRow.Read(Form, Errors, T, Item.PersonRefs[0], _handoff!.Manifest);
        if (items.Count == 0 && Errors.Count == 0)
            Errors.Add(new FormError(T["handoff.supplement.nothing"], ManifestRow.FirstField));
        await Answer(new HandoffSupplemented(items, Form.Optional("catatan")), "supplemented");
    }

    private async Task Dispatch()
    {
        var letter = Required("surat", "handoff.dispatch.noLetter");
        var told = HandedForm.Read(Form, Errors, T);
        await Answer(
            new HandoffDispatched(
                letter, ManifestRow.Read(Form, Errors, T, Item.PersonRefs[0]), Form.Optional("bast"),
                told.Health, told.Person, told.Witnesses, told.ServiceToken),
            "dispatched");
    }

    private Task Answer(HandoffEvent fact, string outcome) => Submit(
        fact,
        Id,
        Envelopes.For(Me.Value, marking: AnswerMarking(), place: CodeNames.PlaceOfUnit(Me.Value.Unit)),
        $"/serah-terima/{Id}?hasil={outcome}",
        [.. HandoffInboxQueries.Reads]);

    private List<string>? Ticked(string name) => Form.All(name) is { Count: > 0 } ticked ? [.. ticked] : null;

    private static IEnumerable<(string, string)> ItemOptions(IEnumerable<ItemLine> items) =>
        items.Select(i => (i.Id, i.SealNumber is null ? $"{i.Id} · {i.Description}" : $"{i.Id} · {i.Description} ({i.SealNumber})"));

    private IEnumerable<(string, string)> AgencyOptions() =>
        CodeNames.Agencies.Where(a => a.Code != Item.To.Agency).Select(a => (a.Code, a.Name)).Prepend(("", T["handoff.decline.unknown"]));

    /// <summary>What is asked for comes first, filled in as far as it is known; then room for what the receiver did not name.</summary>
    private IReadOnlyList<ManifestRow> SupplementRows() =>
        [.. OpenItems.Select(ManifestRow.Of), .. ManifestRow.Empty(2, "T")];

    private string RecordPath(string format) => $"/api/v1/handoffs/{Id}/record?format={format}";

    private string Title(HandoffDetail handoff) =>
        T.Fill("handoff.title", T.Term<HandoffKind>(handoff.Item.Kind).Capital(), string.Join(", ", handoff.Item.Persons));
}
