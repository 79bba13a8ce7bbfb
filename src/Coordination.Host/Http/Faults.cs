using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Coordination.EventStore;
using Coordination.Host.Access;
using Npgsql;

namespace Coordination.Host.Http;

/// <summary>
/// Exceptions to answers: what the store cannot do now is 503 with Retry-After, what the caller sent wrong is 400, the rest is 500 that tells
/// the caller nothing but a trace id.
/// </summary>
internal sealed class Faults(RequestDelegate next, ILogger<Faults> log)
{
    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads it, but the metrics do.
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var refusal = Answer(e);
            Log(context, e, refusal);

            await Problem.Of(refusal, traceId: refusal == HttpRefusals.Unexpected ? Activity.Current?.TraceId.ToString() : null).ExecuteAsync(context);
        }
    }

    internal static HttpRefusal Answer(Exception e) => e switch
    {
        AccessLogUnavailableException => HttpRefusals.AccessNotRecorded,
        StoreUnavailableException => HttpRefusals.StoreUnavailable,
        AppendInDoubtException => HttpRefusals.InDoubt,
        AppendRefusedException => HttpRefusals.CannotBeStored,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => HttpRefusals.BodyTooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => HttpRefusals.MediaType,
        BadHttpRequestException { InnerException: JsonException json } => HttpRefusals.BadJson.About(SafePath.Of(json.Path)),
        BadHttpRequestException => HttpRefusals.BadRequest,
        _ when IsStoreGone(e) => HttpRefusals.StoreUnavailable,
        _ => HttpRefusals.Unexpected,
    };

    internal static bool IsStoreGone(Exception e) => e switch
    {
        NpgsqlException { IsTransient: true } => true,
        // 57P01-03: shutting down, crashed, starting up; 57014: took too long; 53300: too many connections; 55000: closed; 08*: connection trouble.
        PostgresException p => p.SqlState is "57014" or "55000" or "57P01" or "57P02" or "57P03" or "53300" || p.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        SocketException or TimeoutException or AccessLogUnavailableException => true,
        _ => e.InnerException is not null && IsStoreGone(e.InnerException),
    };

    private void Log(HttpContext context, Exception e, HttpRefusal refusal)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        if (refusal == HttpRefusals.Unexpected)
            log.LogError("Unexpected {Errors} in {Route}, trace {Trace}\n{Places}", Names(e), route, Activity.Current?.TraceId, e.StackTrace);
        else if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
            log.LogWarning("{Code} in {Route}: {Exception}", refusal.Refusal.Code, route, e.GetType().Name);
    }

    // What went wrong and where. Not the messages: they quote the value that could not be read, and it may be somebody's name.
    private static string Names(Exception e)
    {
        var name = e is PostgresException postgres ? $"PostgreSQL error {postgres.SqlState}" : e.GetType().Name;
        return e.InnerException is { } inner ? $"{name} of {Names(inner)}" : name;
    }
}
