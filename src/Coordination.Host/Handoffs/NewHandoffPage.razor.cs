using System.Globalization;
using System.Text.Json;
using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Host.Pages;
using Coordination.Host.Pages.Components;
using Coordination.Host.Resources;
using Coordination.Host.Vault;
using Coordination.Projections.Cases;
using Coordination.Projections.Handoffs;
using Microsoft.AspNetCore.Components;

namespace Coordination.Host.Handoffs;

/// <summary>Hands one person over to a desk of another agency, with what belongs to the file.</summary>
public sealed partial class NewHandoffPage
{
    private CaseDetail? _case;
    private IReadOnlyList<UnitReaders>? _preview;

    [Inject]
    public required CaseSummaryQueries Cases { get; set; }

    [Inject]
    public required AudiencePreview Audience { get; set; }

    [Inject]
    public required PersonVault Vault { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Guid.TryParse(Query("kasus"), out var id))
            _case = await Cases.Find(Me.Viewer, new CaseId(id), Aborted);
        if (_case is not null)
            await Looks.At(_case, Aborted);
    }

    /// <summary>Two steps: first who would read it, then the sending.</summary>
    private async Task Send()
    {
        var to = Desk();
        var known = _case?.Subjects.FirstOrDefault(s => s.Person.ToString() == Form["orang"])?.Person;
        if (known is null && Form.Optional("nama") is null && Form.Optional("paspor") is null && Form.Optional("nik") is null)
            Errors.Add(new FormError(T["newHandoff.noSubject"], "nama"));
        var summary = Required("ringkasan", "newHandoff.noSummary");
        var record = Required("bast", "newHandoff.noRecord");
        ManifestRow.Read(Form, Errors, T); // for its errors; whose the items are is known once the person is
        var told = HandedForm.Read(Form, Errors, T);
        var kind = Form.One<HandoffKind>("macam") ?? HandoffKind.Protection;
        if (kind != HandoffKind.Protection)
            Required("dugaan", "newHandoff.noOffence");
        if (Errors.Count > 0)
            return;
        var marking = new Marking(
            Form.One<Level>("tingkat") ?? Level.T,
            [Audiences.CaseMembers, Audiences.Unit(Me.Value.Agency, Me.Value.Unit), Audiences.Unit(to.Agency, to.Unit)],
            []);
        _preview = await Audience.Of(marking, Me.Value.Agency, _case?.Members ?? [], Aborted);
        if (Form["kirim"] != "ya")
            return;
        if ((known ?? await Introduce()) is { } subject)
            await Dispatch(kind, subject, to, summary, record, told, marking);
    }

    private async Task Dispatch(
        HandoffKind kind, PersonRef subject, DeskAddress to, string summary, string record, HandedForm told, Marking marking)
    {
        var offence = Form["dugaan"];
        var manifest = ManifestRow.Read(Form, Errors, T, subject);
        HandoffEvent fact = kind switch
        {
            HandoffKind.Protection => new TravellerHandedToProtection(
                subject, to, record, summary, Form.Has("anak"), told.Health, Manifest: manifest, Case: _case?.Id,
                Person: told.Person, Witnesses: told.Witnesses, ServiceToken: told.ServiceToken),
            HandoffKind.Police => new FacilitatorHandedToPolice(
                subject, to, record, summary, offence, manifest, Form.Has("ditahan"), _case?.Id,
                Health: told.Health, Person: told.Person, Witnesses: told.Witnesses, ServiceToken: told.ServiceToken),
            _ => new HandoffProposed(kind, subject, SubjectRole.Suspect, to, summary, offence, Form.Has("ditahan"), _case?.Id),
        };
        var envelope = Envelopes.For(
            Me.Value, marking: marking, place: CodeNames.PlaceOfUnit(Me.Value.Unit), sourceRef: record);
        if (fact is not HandoffProposed)
        {
            await Submit(fact, Key, envelope, $"/serah-terima/{Key}?hasil=dispatched", HandoffInboxQueries.Reads);
            return;
        }
        // A transfer to another investigator is proposed and sent with its letter; the second step of a broken try finds the first one done.
        if (await Write(fact, Key, envelope, "-usul") is null)
            return;
        await Submit(
            new HandoffDispatched(record, manifest, record, told.Health, told.Person, told.Witnesses, told.ServiceToken),
            Key, envelope, $"/serah-terima/{Key}?hasil=dispatched", HandoffInboxQueries.Reads);
    }

    /// <summary>The identity goes to the vault and nowhere else; from here on the person is a reference.</summary>
    private async Task<PersonRef?> Introduce()
    {
        var told = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["name"] = Form.Optional("nama"), ["passport"] = Form.Optional("paspor"), ["nik"] = Form.Optional("nik"), ["birthDate"] = Form.Optional("lahir"),
        };
        using var json = JsonSerializer.SerializeToDocument(told.Where(t => t.Value is not null).ToDictionary(StringComparer.Ordinal));
        var (person, wrong) = PersonData.Read(json.RootElement);
        if (person is null)
        {
            Errors.Add(new FormError(T.Fill("person.unreadable", wrong), wrong switch { "passport" => "paspor", "nik" => "nik", "birthDate" => "lahir", _ => "nama" }));
            return null;
        }
        var proposed = new PersonRef(DeterministicId.From(string.Create(CultureInfo.InvariantCulture, $"person/page/{Key}")));
        return (await Vault.Resolve([new Introduced(person, proposed, Me.Value.Agency)], Call, Aborted))[0];
    }

    private DeskAddress Desk()
    {
        if (Form["kepada"].Split('/') is [var agency, var unit, var desk])
            return new DeskAddress(agency, unit, desk);
        Errors.Add(new FormError(T["newHandoff.noDesk"], "kepada"));
        return new DeskAddress("", "", "");
    }

    private IEnumerable<(string, string)> SubjectOptions(CaseDetail file) => file.Subjects
        .Select(s => (s.Person.ToString(), $"{s.Code} · {T.Term<CaseRole>(s.Role)}"))
        .Append(("", T["newHandoff.otherPerson"]));

    private IEnumerable<(string, string)> KindOptions() =>
        Enum.GetValues<HandoffKind>().Select(k => (k.ToString(), T.Term(k).Capital()));

    private IEnumerable<(string, string)> DeskOptions() => CodeNames.Desks(Now)
        .Where(d => d.Unit != Me.Value.Unit)
        .Select(d => ($"{d.Agency}/{d.Unit}/{d.Desk}", $"{CodeNames.Desk(d.Agency, d.Unit)} · {d.Desk}"))
        .Prepend(("", T["newHandoff.chooseDesk"]));

    private IEnumerable<(string, string)> LevelOptions() =>
        Enum.GetValues<Level>().Where(l => l <= Me.Value.Clearance).Select(l => (l.ToString(), T.Term(l)));
}
