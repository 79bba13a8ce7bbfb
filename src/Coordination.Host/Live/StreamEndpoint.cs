using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Alerts;
using Coordination.Projections.Cases;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Coordination.Host.Live;

/// <summary><c>GET /api/v1/stream</c>: timeline lines and alerts as server-sent events, each asked of the views as this viewer of this moment.</summary>
internal static class StreamEndpoint
{
    private const int Page = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long what was read may be written: who takes frames slowly is not given a page that was asked for before something in it was taken back.
    /// </summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    public static void Map(RouteGroupBuilder api) => api.MapGet("stream", Open)
        .RequireAuthorization(Permissions.Work)
        .WithName("openStream").WithTags("Live")
        .WithSummary("Server-sent events: 'timeline' and 'alert' frames that you may see. Resume with Last-Event-ID (or after=, for a first connection that knows where it stands); a comment 'live' when all that was before has been sent, 'heartbeat' every 15 s.")
        .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> Open(
        HttpContext http, CurrentOfficer officer, LiveWake wake, ProjectionDaemon daemon, CancellationToken ct, string? after = null)
    {
        var last = http.Request.Headers["Last-Event-ID"].ToString();
        LiveCursor cursor = default;
        if (last.Length > 0 && !LiveCursor.TryParse(last, out cursor))
            return Problem.Of(HttpRefusals.BadHeader.About("Last-Event-ID"));
        // A browser that connects again sends both: the address it once began with, and the header of where it is.
        if (last.Length == 0 && after is not null && !LiveCursor.TryParse(after, out cursor))
            return Problem.Of(HttpRefusals.BadParameter.About("after"));
        using var waiting = wake.Open(officer.Value.Id);
        if (waiting is null)
            return Problem.Of(HttpRefusals.TooManyRequests);
        if (last.Length == 0 && after is null)
            cursor = LiveCursor.Now(await daemon.Status(ct));
        await Run(http, cursor, waiting, ct);
        return Results.Empty;
    }

    private static async Task Run(HttpContext http, LiveCursor cursor, LiveWake.Waiting waiting, CancellationToken ct)
    {
        var frames = new Frames(http);
        var tokens = http.RequestServices.GetRequiredService<AccessTokens>();
        await frames.Begin(cursor, ct);
        for (var caughtUp = false; await MayStillRead(http);)
        {
            var generation = tokens.Generation;
            cursor = await Send(http, frames, cursor, ct);
            // Cut short by a change of somebody's rights: what is left must not wait for the next event.
            if (generation != tokens.Generation)
                continue;
            if (!caughtUp)
                await frames.Comment("live", ct);
            caughtUp = true;
            if (!await waiting.Next(Heartbeat, ct))
                await frames.Comment("heartbeat", ct);
        }
    }

    /// <summary>The token is asked for again before each look, so that a revoked one ends the stream within seconds.</summary>
    private static async Task<bool> MayStillRead(HttpContext http)
    {
        if (http.User.FindFirst(Principals.TokenClaim)?.Value is not { } token)
            return false;
        var tokens = http.RequestServices.GetRequiredService<AccessTokens>();
        return await tokens.Validate(token, http.RequestAborted, used: false) is { } signedIn && signedIn.Officer == Principals.OfficerOf(http.User);
    }

    private static async Task<LiveCursor> Send(HttpContext http, Frames frames, LiveCursor cursor, CancellationToken ct)
    {
        var tokens = http.RequestServices.GetRequiredService<AccessTokens>();
        // A right that changes while frames are written ends them with the frame at hand.
        var generation = tokens.Generation;
        bool Stands() => generation == tokens.Generation;
        for (var more = true; more && Stands();)
        {
            var (afterLines, moreLines) = await SendLines(http, frames, cursor, Stands, ct);
            (cursor, var moreAlerts) = await SendAlerts(http, frames, afterLines, Stands, ct);
            more = moreLines || moreAlerts;
        }
        return cursor;
    }

    private static async Task<(LiveCursor Cursor, bool More)> SendLines(
        HttpContext http, Frames frames, LiveCursor cursor, Func<bool> stands, CancellationToken ct)
    {
        var asked = Stopwatch.GetTimestamp();
        var lines = await http.RequestServices.GetRequiredService<CaseTimelineQueries>().Since(ViewerOf(http), cursor.Timeline, Page, ct);
        await http.RequestServices.GetRequiredService<Looks>().At(lines, ct);
        // Left off only between events: begun again, lines of one that stands on several cases would be told twice.
        bool MayWrite(int i) => stands() && (i == 0 || lines[i - 1].ShownAt == lines[i].ShownAt || IsFresh(asked));
        var told = 0;
        for (; told < lines.Count && MayWrite(told); told++)
        {
            // An event may stand on several cases: its place is passed with the last of its lines.
            if (told == lines.Count - 1 || lines[told + 1].ShownAt != lines[told].ShownAt)
                cursor = cursor with { Timeline = lines[told].ShownAt };
            await frames.Write("timeline", cursor, lines[told], ct);
        }
        return (cursor, told < lines.Count || lines.Count >= Page);
    }

    private static async Task<(LiveCursor Cursor, bool More)> SendAlerts(
        HttpContext http, Frames frames, LiveCursor cursor, Func<bool> stands, CancellationToken ct)
    {
        var asked = Stopwatch.GetTimestamp();
        var changes = await http.RequestServices.GetRequiredService<AlertBoardQueries>().Since(ViewerOf(http), cursor.Alerts, Page, ct);
        await http.RequestServices.GetRequiredService<Looks>().At(changes.Select(change => change.Alert), ct);
        var told = 0;
        for (; told < changes.Count && stands() && (told == 0 || IsFresh(asked)); told++)
        {
            cursor = cursor with { Alerts = changes[told].Position };
            await frames.Write("alert", cursor, changes[told], ct);
        }
        return (cursor, told < changes.Count || changes.Count >= Page);
    }

    private static Viewer ViewerOf(HttpContext http) => Viewer.Of(Principals.OfficerOf(http.User)!);

    private static bool IsFresh(long asked) => Stopwatch.GetElapsedTime(asked) < Fresh;

    /// <summary>Writes the text format of server-sent events.</summary>
    private sealed class Frames(HttpContext http)
    {
        private readonly JsonSerializerOptions _json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

        /// <summary>Says where the stream begins, so that one that is cut before its first frame loses nothing by connecting again.</summary>
        public async Task Begin(LiveCursor cursor, CancellationToken ct)
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers["X-Accel-Buffering"] = "no";
            await Send($": open\nid: {cursor}\n\n", ct);
        }

        public Task Comment(string text, CancellationToken ct) => Send($": {text}\n\n", ct);

        public Task Write<T>(string name, LiveCursor cursor, T data, CancellationToken ct) =>
            Send($"event: {name}\nid: {cursor}\ndata: {JsonSerializer.Serialize(data, _json)}\n\n", ct);

        private async Task Send(string frame, CancellationToken ct)
        {
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(frame), ct);
            await http.Response.Body.FlushAsync(ct);
        }
    }
}
