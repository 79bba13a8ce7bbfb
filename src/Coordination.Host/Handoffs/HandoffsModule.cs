using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Handoffs;

/// <summary>Handoffs over HTTP: one route per thing a desk can do.</summary>
internal static class HandoffsModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var handoffs = api.MapGroup("handoffs").WithTags("Handoffs").RequireAuthorization(Permissions.Work);
        handoffs.MapGet("", List).Reads(HandoffInboxQueries.Reads)
            .WithName("listHandoffs").WithSummary("Handoffs: desk = mine (addressed to your unit), sent, or all that you may read.");
        handoffs.MapGet("{id:guid}", Find).Reads(HandoffInboxQueries.Reads)
            .WithName("getHandoff").WithSummary("One handoff with manifest, stages and clock.").ProducesProblem(StatusCodes.Status404NotFound);
        handoffs.MapNewFact<HandoffProposed>("", "proposeHandoff", "Propose to hand a subject to a desk.");
        handoffs.MapNewFact<TravellerHandedToProtection>("protection", "handToProtection", "Bring a traveller into protection: proposed and dispatched in one.");
        handoffs.MapNewFact<FacilitatorHandedToPolice>("police", "handToPolice", "Bring a suspected facilitator to the police: proposed and dispatched in one.");
        HandoverRecordEndpoint.Map(handoffs);
        Answers(handoffs);
    }

    private static void Answers(RouteGroupBuilder handoffs)
    {
        handoffs.MapFact<HandoffDispatched>("PUT", "{id:guid}/dispatch", "dispatchHandoff", "Send it with letter and evidence manifest.");
        handoffs.MapFact("PUT", "{id:guid}/receipt", "receiveHandoff", "Confirm that it arrived.", _ => new HandoffReceived());
        handoffs.MapFact("PUT", "{id:guid}/acceptance", "acceptHandoff", "Take the matter over.", _ => new HandoffAccepted());
        handoffs.MapFact<HandoffReturned>("PUT", "{id:guid}/return", "returnHandoff", "Send it back, naming what is missing.");
        handoffs.MapFact<HandoffSupplemented>("PUT", "{id:guid}/supplement", "supplementHandoff", "Deliver what was missing.");
        handoffs.MapFact<HandoffDeclined>("PUT", "{id:guid}/decline", "declineHandoff", "Decline as not competent.");
        handoffs.MapFact<HandoffWithdrawn>("PUT", "{id:guid}/withdrawal", "withdrawHandoff", "Take it back before it is answered.");
        handoffs.MapFact<HandoffFollowedUp>("PUT", "{id:guid}/follow-up", "followUpHandoff", "Say how a declined handoff goes on.");
    }

    private static async Task<Results<Ok<PageBody<HandoffListItem>>, Problem>> List(
        CurrentOfficer officer, HandoffInboxQueries handoffs, Looks looks, CancellationToken ct, string? desk = null, bool? open = null,
        string? after = null, int? limit = null)
    {
        if (Paging.Read(after, limit, out var keyset, out var rows) is { } wrong)
            return wrong;
        HandoffBox? box = desk switch { null or "all" => HandoffBox.All, "mine" => HandoffBox.Mine, "sent" => HandoffBox.Sent, _ => null };
        if (box is not { } known)
            return Problem.Of(HttpRefusals.BadParameter.About("desk"));
        var page = await handoffs.List(officer.Viewer, known, open ?? false, keyset, rows, ct);
        await looks.At(page.Items, ct);
        return TypedResults.Ok(PageBody<HandoffListItem>.Of(page));
    }

    private static async Task<Results<Ok<HandoffDetail>, Problem>> Find(
        Guid id, HttpContext http, CurrentOfficer officer, HandoffInboxQueries handoffs, Looks looks, CancellationToken ct)
    {
        if (await handoffs.Find(officer.Viewer, new HandoffId(id), ct) is not { } handoff)
            return Problem.Of(HttpRefusals.NotFound);
        await looks.At([handoff], ct);
        http.Response.Headers.ETag = Preconditions.ETagOf(handoff.Item.Version);
        return TypedResults.Ok(handoff);
    }
}
