using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Host.Access;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Coordination.Projections.Sharing;
using Microsoft.AspNetCore.Components;

namespace Coordination.Host.JointOperations;

/// <summary>One operation for all who take part: what happened, whom it met, what is missing, and the decisions of the reader's own unit.</summary>
public sealed partial class OperationPage
{
    private bool _ready;
    private OperationView? _view;
    private IReadOnlyList<UnitReaders> _readers = [];

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    public required OperationReader Operations { get; set; }

    [Inject]
    public required AudiencePreview Audience { get; set; }

    [Inject]
    public required IAccessLog Access { get; set; }

    private JointOperation State => _view!.State;

    private string? Submitted => Form.Optional("_handler");

    private JointOperationProposed Proposal => State.Proposal!;

    private Zone Zone => CodeNames.Zone(State.Place);

    private bool IsLead => Me.Value.Agency == Domain.Reference.Agencies.TaskForce || State.Lead == new UnitAddress(Me.Value.Agency, Me.Value.Unit);

    /// <summary>Takes part, and not only looks on.</summary>
    private bool IsParty => State.Agencies.Contains(Me.Value.Agency, StringComparer.Ordinal);

    private bool IsChair => Me.Value.Role is OfficerRole.UnitHead or OfficerRole.Coordinator && Me.Value.Id != State.ProposedBy?.Id
        && (Me.Value.Agency == Domain.Reference.Agencies.TaskForce || Me.Value.Agency == State.Lead.Agency);

    /// <summary>Who reads it, as far as this reader is told: who takes part knows of each other, and only the owner of whom it was shared with beside them.</summary>
    private Marking Told
    {
        get
        {
            var told = Visibility.AsTold(Me.Viewer, _view!.Marking, State.ProposedBy!.Agency);
            var parties = State.Agencies.Append(Domain.Reference.Agencies.TaskForce).Select(Audiences.Agency);
            return told with { Audience = [.. told.Audience.Union(parties, StringComparer.Ordinal)] };
        }
    }

    private bool LacksOrder => IsParty && State.WithoutOrder.Contains(Me.Value.Agency, StringComparer.Ordinal);

    private bool MayDraft => IsLead && State is { Status: OperationStatus.Concluded } && !State.WithoutOutcome.Any() && (State.Draft is null || State.DraftIsOutdated);

    private bool MayAnswer => IsParty && State is { Status: OperationStatus.Concluded, Draft: not null, DraftIsOutdated: false };

    protected override async Task OnInitializedAsync()
    {
        await Load();
        _ready = true;
    }

    private async Task Load()
    {
        _view = await Operations.Find(Me.Viewer, Id, Aborted);
        if (_view is null)
            return;
        await Access.Record(OperationList.Looked(Me.Viewer, _view, "operation_read"), Aborted);
        _readers = await Audience.Of(Told, State.ProposedBy!.Agency, [], Aborted);
    }

    private Task Approve() => Answer(new JointOperationApproved(Form.Optional("catatan"), Form.Optional("nomor")));

    private Task Reject() => Answer(new JointOperationRejected(Required("alasan", "operation.noReason")));

    private Task Order()
    {
        var number = Required("nomor", "operation.order.noNumber");
        return Answer(new AssignmentOrderIssued(number, Day("tanggal", "operation.order.noDay"), OrderRow.Read(Form, Errors, T)));
    }

    private Task Brief() => Answer(new OperationBriefed(Form.Has("korban"), Required("tugas", "operation.brief.noTasks"), null, Form.Optional("notulen")));

    private Task Start() => Answer(new OperationStarted());

    /// <summary>Everybody whom the page shows: somebody recorded since makes the version another, and the page is shown again.</summary>
    private Task Conclude() => Answer(new OperationConcluded([.. State.People.Select(met => met.Person)], Required("ringkasan", "operation.conclude.noSummary")));

    private Task Assign()
    {
        var met = State.People.FirstOrDefault(one => one.Person.ToString() == Form["orang"]);
        if (met is null)
            Errors.Add(new FormError(T["operation.assign.noPerson"], "orang"));
        if (Form.One<OperationOutcome>("hasil") is not { } outcome)
            Errors.Add(new FormError(T["operation.assign.noOutcome"], "hasil"));
        else if (met is not null)
            return Answer(new OperationOutcomeAssigned(met.Person, outcome, Required("alasan", "operation.noReason"), Unit("penerima")));
        return Task.CompletedTask;
    }

    private Task Draft()
    {
        var number = Required("nomor", "operation.draft.noNumber");
        var (modus, obstacles, conclusion) = (
            Required("modus", "operation.draft.incomplete"), Required("hambatan", "operation.draft.incomplete"), Required("kesimpulan", "operation.draft.incomplete"));
        var action = Form.Optional("tindakan") is { } what
            ? new List<ActionItem> { new(1, what, Unit("pic") ?? State.Lead, Day("tenggat", "operation.draft.noDue")) }
            : [];
        return Answer(new JointOperationReportDrafted(
            (State.Draft?.Draft ?? 0) + 1, number, modus, obstacles, conclusion, action, null, Form.Optional("kerawanan")));
    }

    private Task FollowUp()
    {
        var result = Required("hasilnya", "operation.followUp.noResult");
        return int.TryParse(Form["butir"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Answer(new OperationFollowUpCompleted(number, result))
            : Task.CompletedTask;
    }

    /// <summary>What the reader's unit may say is done: its own, and all where it leads.</summary>
    private IEnumerable<(string, string)> OpenFollowUps() => (State.Draft?.FollowUp ?? [])
        .Where(item => !State.FollowUpsDone.ContainsKey(item.Number) && (IsLead || item.Pic == new UnitAddress(Me.Value.Agency, Me.Value.Unit)))
        .Select(item => (item.Number.ToString(CultureInfo.InvariantCulture), $"{T.Number(item.Number)} · {item.Action}"));

    private Task Concur() => Answer(new AgencyConcurred(State.Draft!.Draft, Form.Optional("catatan")));

    private Task Dissent() => Answer(new AgencyDissented(State.Draft!.Draft, Required("keberatan", "operation.noReason")));

    private Task Finalise() => Answer(new JointOperationReportFinalised(State.Draft!.Draft));

    private Task Cancel() => Answer(new OperationCancelled(Required("batal", "operation.noReason")));

    private Task Answer(OperationEvent fact) => Submit(
        fact, Id, Envelopes.For(Me.Value, marking: Told with { Within = [] }, place: State.Place), $"/operasi/{Id}", [.. ThingSight.Reads]);

    private IEnumerable<(string, string)> People() => State.WithoutOutcome
        .Select(met => (met.Person.ToString(), met.Victim is null ? met.Person.Code : $"{met.Person.Code} · {T["operation.person.victim"]}"));

    private IEnumerable<(string, string)> Options<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(word => (word.ToString(), T.Term(word).Capital()));

    private IEnumerable<(string, string)> Units() => CodeNames.Desks(Now).DistinctBy(desk => (desk.Agency, desk.Unit))
        .Select(desk => ($"{desk.Agency}/{desk.Unit}", CodeNames.Desk(desk.Agency, desk.Unit))).Prepend(("", T["operation.noUnit"]));

    private DateOnly Day(string field, string textKey)
    {
        if (DateOnly.TryParseExact(Form[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Errors.Add(new FormError(T[textKey], field));
        return default;
    }

    private UnitAddress? Unit(string field) => Form[field].Split('/') is [var agency, var unit] ? new(agency, unit) : null;

    private string RecordedLate(OperationLine line) =>
        line.RecordedAt - line.OccurredAt > TimeSpan.FromHours(1) ? $" · {T.Fill("operation.recordedLate", T.Duration(line.RecordedAt - line.OccurredAt))}" : "";

    private string ReportPath(string format) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/operations/{Id}/report?format={format}&position={_view!.Position}");
}
