using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Intake;
using Coordination.Host.Integrity;
using Coordination.Host.Security;
using Coordination.Host.Vault;

namespace Coordination.Host.Commands;

/// <summary>Answer of every command.</summary>
/// <param name="Id">The thing: id of its stream.</param>
/// <param name="Version">Its version now: the next <c>If-Match</c>.</param>
/// <param name="Position">Place in the log: the next <c>X-After-Position</c>.</param>
/// <param name="Duplicate">It was done before, under the same key; this is the first answer.</param>
/// <param name="Receipt">Signed proof that it was taken; null when the command had nothing to record.</param>
public sealed record CommandAnswer(Guid Id, long Version, long Position, bool Duplicate, Receipt? Receipt = null);

/// <summary>Routes that take a fact: a PUT or POST whose body is the event asked for. All of them are one handler.</summary>
internal static class FactEndpoints
{
    private const int MaxKey = 200;

    /// <summary>A new thing: answers 201 and where it is.</summary>
    public static void MapNewFact<TFact>(this RouteGroupBuilder group, string pattern, string name, string summary)
        where TFact : class => group
        .MapPost(pattern, (HttpContext http, FactHandler handler, CancellationToken ct) => handler.Create<TFact>(http, ct))
        .Describe<TFact>(name, summary)
        .Produces<CommandAnswer>(StatusCodes.Status201Created);

    /// <summary>Something about a thing that exists.</summary>
    /// <param name="whenEmpty">The fact that an empty body means, where that says enough.</param>
    /// <param name="fromPath">Members of the fact that the address says and the body need not.</param>
    public static RouteHandlerBuilder MapFact<TFact>(
        this RouteGroupBuilder group, string method, string pattern, string name, string summary, Func<Officer, TFact>? whenEmpty = null,
        Func<RouteValueDictionary, JsonObject>? fromPath = null)
        where TFact : class => group
        .MapMethods(
            pattern, [method],
            (Guid id, HttpContext http, FactHandler handler, CancellationToken ct) => handler.Change(id, http, whenEmpty, fromPath, ct))
        .Describe<TFact>(name, summary, fromPath)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    /// <summary>A thing that its fact names: the same name leads to the same stream, so asking twice finds it.</summary>
    public static RouteHandlerBuilder MapNamedFact<TFact>(
        this RouteGroupBuilder group, string pattern, string name, string summary, Func<TFact, Guid> streamOf)
        where TFact : class => group
        .MapPost(pattern, (HttpContext http, FactHandler handler, CancellationToken ct) => handler.Name(http, streamOf, ct))
        .Describe<TFact>(name, summary);

    /// <summary>Something about a thing that the route names.</summary>
    public static RouteHandlerBuilder MapFactOf<TFact>(
        this RouteGroupBuilder group, string pattern, string name, string summary, Func<string, Guid> streamOf)
        where TFact : class => group
        .MapPost(pattern, (string key, HttpContext http, FactHandler handler, CancellationToken ct) => handler.Change<TFact>(streamOf(key), http, null, null, ct))
        .Describe<TFact>(name, summary)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static RouteHandlerBuilder Describe<TFact>(
        this RouteHandlerBuilder endpoint, string name, string summary, Func<RouteValueDictionary, JsonObject>? fromPath = null) => endpoint
        .WithName(name).WithSummary(summary)
        .WithMetadata(new FactNote(typeof(TFact), [.. (fromPath?.Invoke(new()) ?? []).Select(member => member.Key)]))
        .Produces<CommandAnswer>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    internal static bool TryReadKey(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is var key && key.Length <= MaxKey && !key.Any(char.IsControl);
}

/// <summary>Body to fact, fact to write path, result to answer.</summary>
internal sealed class FactHandler(CurrentOfficer current, Envelopes envelopes, FactReader facts, WritePath writes, Kinds kinds, Completion completion,
    IndexKey index)
{
    public async Task<IResult> Create<TFact>(HttpContext http, CancellationToken ct)
        where TFact : class
    {
        var (body, refusal) = await FactBody.Read(http.Request, ct);
        if (body is null)
            return Problem.Of(refusal!);
        var by = current.Value;
        // Under a key the thing's id comes from the key: a retry after an answer that was lost names the same thing.
        var key = body.KeyOf(http.Request, by);
        var stream = key is null
            ? Guid.CreateVersion7()
            : DeterministicId.From($"{by.Agency}/{kinds.Of(typeof(TFact)).Type}/key/{key.Key}");
        return await Write<TFact>(http, body, stream, null, created: true, ct);
    }

    public async Task<IResult> Change<TFact>(Guid id, HttpContext http, Func<Officer, TFact>? whenEmpty, Func<RouteValueDictionary, JsonObject>? fromPath, CancellationToken ct)
        where TFact : class
    {
        var (body, refusal) = await FactBody.Read(http.Request, ct);
        if (body is null)
            return Problem.Of(refusal!);
        if (fromPath is not null)
            body = body.With(fromPath(http.Request.RouteValues));
        var empty = whenEmpty is not null && !body.Data.EnumerateObject().Any();
        return await Write(http, body, id, empty ? whenEmpty!(current.Value) : null, created: false, ct);
    }

    public async Task<IResult> Name<TFact>(HttpContext http, Func<TFact, Guid> streamOf, CancellationToken ct)
        where TFact : class
    {
        var (body, refusal) = await FactBody.Read(http.Request, ct);
        // Two requests that name two persons are of two persons, though neither has a stream of its own yet.
        return body is null ? Problem.Of(refusal!) : await Write(http, body, Guid.CreateVersion7(), null, created: false, ct, streamOf);
    }

    private async Task<IResult> Write<TFact>(
        HttpContext http, FactBody body, Guid stream, TFact? ready, bool created, CancellationToken ct, Func<TFact, Guid>? streamOf = null)
        where TFact : class
    {
        if (!FactEndpoints.TryReadKey(http.Request))
            return Problem.Of(HttpRefusals.BadHeader.About("Idempotency-Key"));
        if (!Preconditions.TryReadIfMatch(http.Request, out var ifMatch))
            return Problem.Of(HttpRefusals.BadHeader.About("If-Match"));
        var by = current.Value;
        var (envelope, refusal) = body.Envelope.ToEnvelope(envelopes, by);
        if (envelope is null)
            return Problem.Of(refusal!);
        var (key, call) = (body.KeyOf(http.Request, by), Guid.CreateVersion7());
        var read = ready is not null
            ? new ReadFact(ready, null)
            : await facts.Read(new RawFact(body.Data, typeof(TFact), by.Agency, $"{by.Agency}/{key?.Key ?? Origin(stream, body)}"), call, ct);
        if (read.Fact is null)
            return Problem.Of(read.Refusal!);
        var fact = await completion.Complete(read.Fact, envelope, ct);
        var terms = new WriteTerms(ifMatch, key, Activity.Current?.TraceId.ToString());
        var result = await writes.Write(fact, streamOf?.Invoke((TFact)fact) ?? stream, envelope, terms, ct);
        if (result.Problem is not null)
            await facts.Withdraw(call, [fact], [], ct);
        return Answer(http, result, created);
    }

    // The same words to the same thing are of the same persons; other words to it may be of others. Keyed: the words name them.
    private string Origin(Guid stream, FactBody body) =>
        $"{stream}/{Convert.ToHexString(index.Fingerprint(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body.Data)))))}";

    private static IResult Answer(HttpContext http, WriteResult result, bool created)
    {
        if (result.Problem is { } problem)
            return problem;
        http.Response.Headers.ETag = Preconditions.ETagOf(result.Version);
        http.Response.Headers[ReadTerms.LogPosition] = result.Position.ToString(CultureInfo.InvariantCulture);
        var answer = new CommandAnswer(result.Stream, result.Version, result.Position, result.Duplicate, result.Receipt);
        return created
            ? TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{result.Stream}", answer)
            : TypedResults.Ok(answer);
    }
}
