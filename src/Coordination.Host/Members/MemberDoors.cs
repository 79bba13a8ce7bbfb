using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Members;

/// <param name="Code">Given to the officer by another way than this system; works once.</param>
public sealed record InvitationAnswer(string Code, DateTimeOffset ExpiresAt);

/// <param name="OverlapHours">How long the secret before it still works: 0 to 720; 168 when left out.</param>
public sealed record SecretRequest(int? OverlapHours = null);

/// <param name="Secret">Shown once.</param>
/// <param name="FormerUntil">When the secret before it ends.</param>
public sealed record SecretAnswer(string ClientId, string Secret, DateTimeOffset FormerUntil);

/// <summary>What comes with an event about a member and must not stand in it: codes, secrets, open sessions.</summary>
internal sealed class MemberDoors(WritePath writes, Envelopes envelopes, Invitations invitations, ClientSecrets secrets, SessionClock sessions)
{
    private const int LongestOverlap = 720;
    private const int UsualOverlap = 168;

    public static void Map(RouteGroupBuilder members)
    {
        members.MapPost("officers/{key}/invitation", (string key, CurrentOfficer by, MemberDoors doors, CancellationToken ct) => doors.Invite(key, by.Value, ct))
            .WithName("inviteOfficer").WithSummary("A code by which an appointed officer sets a password, once, within a day.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        members.MapPost(
                "clients/{key}/secret",
                (string key, SecretRequest request, CurrentOfficer by, MemberDoors doors, CancellationToken ct) => doors.Rotate(key, request, by.Value, ct))
            .WithName("issueClientSecret").WithSummary("A new secret for a system; the one before it works on for a while.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A demo user of whom the log knows nothing yet is written into it first, as it stands.</summary>
    public static async ValueTask<object?> Adopt(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        if (http.GetRouteValue("key") is string username && services.GetRequiredService<Accounts>().Seed(Member.StreamOf(username)) is { } seed)
            await services.GetRequiredService<MemberAdmin>().Adopt(seed, http.RequestAborted);
        return await next(context);
    }

    /// <summary>After a yes: nothing that the account had open may come back with it.</summary>
    public static async ValueTask<object?> EndEverything(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if (answer is not Problem && context.HttpContext.GetRouteValue("key") is string username)
            await context.HttpContext.RequestServices.GetRequiredService<AccessTokens>().RevokeAll(username, context.HttpContext.RequestAborted);
        return answer;
    }

    public async Task<Results<Ok<InvitationAnswer>, Problem>> Invite(string username, Officer by, CancellationToken ct)
    {
        var until = sessions.Now + Invitations.Lifetime;
        var envelope = envelopes.For(by, marking: Own(by));
        var result = await writes.Write(
            new OfficerInvited(envelope.RecordedAt + Invitations.Lifetime), Member.StreamOf(username), envelope, new WriteTerms(), ct);
        return result.Problem is { } problem
            ? problem
            : TypedResults.Ok(new InvitationAnswer(await invitations.Issue(username, ct), until));
    }

    public async Task<Results<Ok<SecretAnswer>, Problem>> Rotate(string username, SecretRequest request, Officer by, CancellationToken ct)
    {
        if (request.OverlapHours is < 0 or > LongestOverlap)
            return Problem.Of(HttpRefusals.BadParameter.About("overlapHours"));
        var overlap = TimeSpan.FromHours(request.OverlapHours ?? UsualOverlap);
        var envelope = envelopes.For(by, marking: Own(by));
        var key = Guid.CreateVersion7();
        var result = await writes.Write(
            new ClientSecretIssued(key, envelope.RecordedAt + overlap), Member.StreamOf(username), envelope, new WriteTerms(), ct);
        if (result.Problem is { } problem)
            return problem;
        var until = sessions.Now + overlap;
        return TypedResults.Ok(new SecretAnswer(username, await secrets.Issue(username, key, until, ct), until));
    }

    private static Marking Own(Officer by) => Marking.Of(Level.T, Audiences.Agency(by.Agency));
}
