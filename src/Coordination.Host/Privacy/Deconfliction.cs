using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Privacy.Names;
using Coordination.Host.Vault;
using Coordination.Projections.Cases;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Privacy;

/// <summary>A question to all agencies at once.</summary>
/// <param name="SoughtBy">What kind of value it is.</param>
/// <param name="Value">NIK, passport number, telephone, e-mail or address; left out for a name.</param>
/// <param name="Name">With <paramref name="BirthDate"/>, for a name.</param>
/// <param name="Operation">Name of the operation, where there is no case.</param>
public sealed record DeconflictionInput(
    SoughtBy SoughtBy, InquiryPurpose Purpose, string? Value = null, string? Name = null, string? BirthDate = null, Guid? CaseId = null,
    string? Operation = null);

/// <param name="Contacts">Whom to call; empty when nobody knows, or nobody says so.</param>
public sealed record DeconflictionAnswer(Guid Question, DateTimeOffset AskedAt, IReadOnlyList<ContactView> Contacts);

/// <summary>
/// "Does anyone know this?" The asker hears of desks and of nothing else; the desks hear who asks and not about what. Whatever the answer, the same
/// statements run and the same events are written, so that a silence that hides something looks like one that hides nothing.
/// </summary>
internal sealed class Deconfliction(
    BlindIndexes blind, Contacts contacts, IndexKey index, Holders holders, LookupLimits limits, CaseSummaryQueries cases, EventLog store,
    ProjectionDaemon views, Envelopes envelopes, Audit audit)
{
    /// <param name="key">Of the request: asking again under it gives the first answer.</param>
    /// <returns>The answer, or why there is none.</returns>
    public async Task<(DeconflictionAnswer? Answer, Problem? Problem)> Ask(Officer by, DeconflictionInput input, string? key, CancellationToken ct)
    {
        if (Read(input) is not { Data: { } data } read)
            return (null, Problem.Of(VaultRefusals.PersonUnreadable with { Details = ["value", "name", "birthDate"] }));
        var admission = Admission.Of(
            nameof(AskDeconfliction), envelopes.For(by, marking: Marking.Of(Level.T, Audiences.Unit(by.Agency, by.Unit)), sourceRef: null));
        var sought = index.Blind("question", read.Canonical);
        var asked = new DeconflictionAsked(
            input.SoughtBy, [Convert.ToHexStringLower(sought)], input.Purpose, [], input.CaseId is { } id ? new CaseId(id) : null, input.Operation);
        var refusal = admission.Refusal ?? DeconflictionDecider.Decide(DeconflictionQuestion.None, new AskDeconfliction(asked), admission.Envelope).Refusal;
        if (refusal is not null)
        {
            await audit.Rejected(nameof(AskDeconfliction), refusal, DeconflictionDecider.Kind.Type, null, by, ct);
            return (null, Problem.Of(refusal));
        }
        if (asked.Case is { } file && await cases.Find(Viewer.Of(by), file, ct) is null)
            return (null, Problem.Of(HttpRefusals.NotFound));
        if (await limits.Take(by, sought, ct) is { } tooMuch)
            return (null, Problem.Of(tooMuch));
        var held = await holders.Of(await Subjects(data, read.Contact, ct), by.Agency, ct);
        return await Record(asked with { Contacts = [.. held.Where(holder => !holder.IsSilent).Select(DeskOf)] }, held, admission.Envelope, key, ct);
    }

    private async Task<(DeconflictionAnswer?, Problem?)> Record(
        DeconflictionAsked asked, IReadOnlyList<Holder> held, Envelope envelope, string? key, CancellationToken ct)
    {
        var question = key is null ? Guid.CreateVersion7(envelope.RecordedAt) : DeterministicId.From($"deconfliction/{envelope.By.Agency}/{envelope.By.Id}/{key}");
        var noticed = new ContactNoticed(DeskOf(new Holder(envelope.By.Agency, envelope.By.Unit, false)), [.. held.Select(DeskOf)]);
        // For nobody as it stands: its rows are for each agency alone.
        var hidden = envelope with { By = Officer.System, Marking = Marking.Of(Level.SR), SourceRef = null };
        var request = new AppendRequest(
            [
                Stream(question, DeconflictionDecider.Kind.Type, asked, envelope),
                Stream(NoticeOf(question), ContactNoticeDecider.Kind.Type, noticed, hidden),
            ],
            key is null ? null : new IdempotencyKey($"ask:{envelope.By.Agency}", key, index.Fingerprint(
                JsonSerializer.SerializeToUtf8Bytes(asked with { Contacts = [] }, EventJson.Stored))));
        var result = await store.Append(request, ct);
        if (result.Verdict is AppendVerdict.KeyReused or AppendVerdict.StreamExists)
            return (null, Problem.Of(HttpRefusals.KeyReused));
        views.Signal(result.Position);
        var first = result.Verdict == AppendVerdict.Duplicate ? (await store.FetchStream(result.Stream, ct))[0] : null;
        var told = first is null ? asked : (DeconflictionAsked)first.Body;
        return (new(question, first?.Timestamp ?? Stored(envelope.RecordedAt), [.. told.Contacts.Select(desk => new ContactView(desk.Agency, desk.Unit, desk.Desk))]), null);
    }

    // PostgreSQL keeps microseconds: the first answer and the repeated one must not differ by what it drops.
    private static DateTimeOffset Stored(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    internal static Guid NoticeOf(Guid question) => DeterministicId.From($"contact_notice/{question}");

    private static StreamAppend Stream(Guid stream, string type, object body, Envelope envelope) => new(
        stream, type, 0,
        [new NewEvent(Guid.CreateVersion7(envelope.RecordedAt), body, envelope.RecordedAt, EnvelopeHeaders.Write(envelope, []), envelope.By.Id)]);

    private async Task<IReadOnlyList<Guid>> Subjects(PersonData data, string? contact, CancellationToken ct)
    {
        var persons = (await blind.Find(data, ct)).Select(person => person.Value);
        return [.. persons, .. contact is null ? [] : new[] { contacts.RefOf(contact).Value }];
    }

    private static ContactDesk DeskOf(Holder holder) =>
        new(holder.Agency, holder.Unit, Units.Find(holder.Agency, holder.Unit)?.Desks is [var first, ..] ? first : "");

    /// <summary>The value as the vault compares it; data are null when it cannot be read.</summary>
    private static (PersonData? Data, string? Contact, string Canonical) Read(DeconflictionInput input)
    {
        var none = new PersonData(null, null, null, null, null, null, null, null);
        if (input.SoughtBy == SoughtBy.Contact)
        {
            var contact = input.Value is { } value ? Contacts.Normalise(value) : null;
            return contact is null ? (null, null, "") : (none with { Phone = contact }, contact, $"contact|{contact}");
        }
        var (data, _) = PersonData.Read(JsonSerializer.SerializeToElement(input.SoughtBy switch
        {
            SoughtBy.Nik => new JsonObject { ["nik"] = input.Value },
            SoughtBy.Passport => new JsonObject { ["passport"] = input.Value },
            _ => new JsonObject { ["name"] = input.Name, ["birthDate"] = input.BirthDate },
        }));
        return data switch
        {
            { Nik: { } nik } => (data, null, $"nik|{nik}"),
            { Passport: { } passport } => (data, null, $"passport|{passport}"),
            { Name: { } name, BirthDate: { } born } => (data, null, $"name|{NameForms.Canonical(name)}|{born:O}"),
            _ => (null, null, ""),
        };
    }
}
