using System.Globalization;
using Coordination.EventStore;

namespace Coordination.Host.Http;

/// <summary>Read your writes: a GET with <c>X-After-Position</c> waits until the views it reads have passed that position.</summary>
internal static class ReadTerms
{
    public const string AfterPosition = "X-After-Position";
    public const string LogPosition = "X-Log-Position";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="projections">Names of the views that the endpoint reads.</param>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, IReadOnlyList<string> projections) => endpoint
        .WithMetadata(new AfterPositionNote())
        .AddEndpointFilter(async (context, next) =>
        {
            var request = context.HttpContext.Request;
            if (request.Headers[AfterPosition].ToString() is not { Length: > 0 } header)
                return await next(context);
            if (!long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                return Problem.Of(HttpRefusals.BadHeader.About(AfterPosition));
            var daemon = context.HttpContext.RequestServices.GetRequiredService<ProjectionDaemon>();
            var waited = await daemon.WaitFor(position, Patience, context.HttpContext.RequestAborted, [.. projections]);
            return waited.Outcome switch
            {
                WaitOutcome.Reached => await next(context),
                WaitOutcome.TimedOut => Problem.Of(HttpRefusals.Behind.About(waited.Projection ?? "")),
                _ => Problem.Of(HttpRefusals.ShardFailed.About(waited.Projection ?? "")),
            };
        });
}
