using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Domain.Kernel;
using Coordination.Host.Resources;

namespace Coordination.Host.Http;

/// <summary>A refusal as RFC 9457 problem details: stable <c>code</c>, text in the language of the caller, nothing about a person.</summary>
/// <remarks>Two answers with the same code and details have the same bytes: a withheld record must not differ from a missing one.</remarks>
public sealed class Problem : IResult
{
    private Problem(Refusal refusal, int status, int? retryAfterSeconds)
    {
        Refusal = refusal;
        Status = status;
        RetryAfterSeconds = retryAfterSeconds;
    }

    public Refusal Refusal { get; }

    public int Status { get; }

    private int? RetryAfterSeconds { get; }

    /// <summary>On a conflict: the version that the stream has now.</summary>
    public long? CurrentVersion { get; init; }

    /// <summary>Under which an unexpected error was logged; only such an answer differs from call to call.</summary>
    public string? TraceId { get; init; }

    public static Problem Of(Refusal refusal) => new(refusal, StatusOf(refusal.Kind), null);

    internal static Problem Of(HttpRefusal refusal, long? currentVersion = null, string? traceId = null) =>
        new(refusal.Refusal, refusal.Status, refusal.RetryAfterSeconds) { CurrentVersion = currentVersion, TraceId = traceId };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (CurrentVersion is { } version)
            response.Headers.ETag = Preconditions.ETagOf(version);
        await response.WriteAsJsonAsync(
            Body(Language.Of(httpContext.Request)), ProblemJson.Default.ProblemBody, "application/problem+json", httpContext.RequestAborted);
    }

    /// <summary>The body, for answers that carry several problems.</summary>
    public ProblemBody Body(Language language)
    {
        var text = ProblemTexts.Of(Refusal, language);
        return new ProblemBody(
            $"urn:coordination:problem:{Refusal.Code}", text, Status, Refusal.Code, Refusal.Details.Count > 0 ? Refusal.Details : null, CurrentVersion, TraceId);
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <param name="Title">One sentence for people, in the language asked for.</param>
/// <param name="Code">Stable; programs decide by this.</param>
/// <param name="Details">Names of fields or items it is about.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Code, IReadOnlyList<string>? Details, long? CurrentVersion, string? TraceId);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ProblemJson : JsonSerializerContext;
