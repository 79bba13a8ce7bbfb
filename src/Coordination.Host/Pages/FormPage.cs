using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Intake;
using Coordination.Host.Resources;
using Coordination.Host.Security;
using Microsoft.AspNetCore.Components;

namespace Coordination.Host.Pages;

/// <summary>A page with forms. They are plain ones: POST, then a redirect, so that going back or reloading sends nothing twice.</summary>
/// <remarks>Decisions go the way of the API's: a fact and its envelope into <see cref="WritePath"/>. A page decides nothing.</remarks>
public abstract class FormPage : TextComponent
{
    /// <summary>Long enough for a projection under load; after it the page is shown as it is, which is never wrong, only early.</summary>
    private static readonly TimeSpan ReadOwnWrites = TimeSpan.FromSeconds(3);

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    public required CurrentOfficer Me { get; set; }

    [Inject]
    public required Looks Looks { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required Envelopes Envelopes { get; set; }

    [Inject]
    public required Completion Completion { get; set; }

    [Inject]
    public required WritePath Writes { get; set; }

    [Inject]
    internal FactReader Facts { get; set; } = null!;

    [Inject]
    public required ProjectionDaemon Projections { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    protected FormValues Form { get; private set; } = new(null);

    protected List<FormError> Errors { get; } = [];

    /// <summary>Made with the empty form and sent back with it: pressing the button twice is one request. Also the id of a new thing.</summary>
    protected Guid Key { get; private set; }

    /// <summary>Of this request alone: whom it puts into the vault goes again when it is refused.</summary>
    protected Guid Call { get; } = Guid.CreateVersion7();

    protected DateTimeOffset Now => Clock.GetUtcNow();

    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>
    /// Is this form on the page? Also when it was just sent, whatever the state says by now: the second of two presses finds the first one done,
    /// and must still reach its handler to be answered in the same way.
    /// </summary>
    protected bool Shows(string form, bool now) => now || Form["_handler"] == form;

    protected override void OnInitialized()
    {
        Form = new FormValues(HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType ? Http.Request.Form : null);
        Key = Form.Id("kunci") ?? Guid.CreateVersion7();
    }

    protected string? Query(string name) => Http.Request.Query[name].ToString() is { Length: > 0 } value ? value.Trim() : null;

    /// <summary>An error unless the field is filled.</summary>
    protected string Required(string field, string textKey)
    {
        if (Form[field].Length == 0)
            Errors.Add(new FormError(T[textKey], field));
        return Form[field];
    }

    /// <summary>Writes one fact. On yes: waits until the page's views show it and goes to <paramref name="next"/>. On no: adds what to do to the errors.</summary>
    protected async Task Submit(object fact, Guid stream, Envelope envelope, string next, IReadOnlyList<string> reads)
    {
        if (Errors.Count > 0 || await Write(fact, stream, envelope) is not { } written)
            return;
        await Projections.WaitFor(written.Position, ReadOwnWrites, Aborted, [.. reads]);
        Navigation.NavigateTo(next);
    }

    /// <returns>Null when the answer was no; then the errors say it.</returns>
    protected async Task<WriteResult?> Write(object fact, Guid stream, Envelope envelope, string step = "")
    {
        try
        {
            var terms = Terms(fact, stream, step); // of what was asked for, not of what is filled in: a second press must look the same
            var result = await Writes.Write(await Completion.Complete(fact, envelope, Aborted), stream, envelope, terms, Aborted);
            if (result.Problem is null)
                return result;
            await Facts.Withdraw(Call, [fact], [], Aborted);
            Refuse(result.Problem);
        }
        catch (Exception e) when (e is StoreUnavailableException or AppendInDoubtException)
        {
            // The same key goes out again with the same form, so trying again can never write twice.
            Errors.Add(new FormError(T["form.tryAgain"]));
        }
        return null;
    }

    /// <summary>Adds a no to the errors, in the reader's language, with its status.</summary>
    private protected void Refuse(HttpRefusal refusal) => Refuse(Problem.Of(refusal));

    protected void Refuse(Problem problem)
    {
        // The page itself is there: with 404 the framework would leave it out, and the reader would see no answer at all.
        Http.Response.StatusCode = problem.Status == StatusCodes.Status404NotFound ? StatusCodes.Status422UnprocessableEntity : problem.Status;
        var language = Language.English;
        if (T == Texts.Indonesian)
            language = Language.Indonesian;
        Errors.Add(new FormError(ProblemTexts.Of(problem.Refusal, language)));
    }

    private WriteTerms Terms(object fact, Guid stream, string step)
    {
        var body = JsonSerializer.Serialize(fact, fact.GetType(), EventJson.Stored);
        var fingerprint = SHA256.HashData(Encoding.UTF8.GetBytes($"{fact.GetType().Name} {stream} {body}"));
        return new WriteTerms(step.Length == 0 ? Form.Whole("versi") : null, new IdempotencyKey(Me.Value.Agency, $"page:{Key}{step}", fingerprint));
    }
}
