using System.Globalization;
using Coordination.Host.Http;
using Coordination.Host.Security;

namespace Coordination.Host.Intake;

/// <summary><c>POST /api/v1/events</c>: facts of agencies' systems as CloudEvents 1.0.</summary>
internal static class EventsEndpoint
{
    private const string One = "application/cloudevents+json";
    private const string Many = "application/cloudevents-batch+json";

    public static void Map(RouteGroupBuilder api) => api.MapPost("events", Take)
        .RequireAuthorization(Permissions.Work)
        .WithName("sendEvents").WithTags("Events")
        .WithSummary("Send one CloudEvent (structured or binary) or a batch of up to 1,000; one result per event, in order.")
        .WithMetadata(new EventsNote(One, Many))
        .Produces<EventResult[]>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> Take(HttpContext http, CurrentOfficer officer, EventIntake intake, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, ct);
        var (events, fault) = Read(http.Request, buffer.ToArray());
        if (fault is not null)
            return Problem.Of(new HttpRefusal(fault.Fault!, StatusCodes.Status400BadRequest));
        var results = await intake.Take(events, officer.Value, Language.Of(http.Request), ct);
        if (results.Max(result => result.Position) is { } position)
            http.Response.Headers[ReadTerms.LogPosition] = position.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok(results);
    }

    /// <summary>In a batch each event answers for itself; alone, what is not a CloudEvent is a bad request.</summary>
    private static (IReadOnlyList<ReadEvent> Events, ReadEvent? Fault) Read(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var mediaType = request.ContentType?.Split(';')[0].Trim();
        if (string.Equals(mediaType, Many, StringComparison.OrdinalIgnoreCase))
            return StructuredEvents.ReadBatch(body);
        var one = string.Equals(mediaType, One, StringComparison.OrdinalIgnoreCase) ? StructuredEvents.ReadOne(body)
            : BinaryEvents.IsOne(request) ? BinaryEvents.Read(request, body)
            : ReadEvent.Wrong(CloudEventFaults.MediaType, "Content-Type");
        return one.Event is null ? ([], one) : ([one], null);
    }
}
