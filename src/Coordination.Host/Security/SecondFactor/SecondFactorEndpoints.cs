using Coordination.Host.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Security.SecondFactor;

/// <param name="Code">Six digits of the authenticator, or a recovery code.</param>
public sealed record CodeRequest(string Code);

public sealed record StepUpAnswer(DateTimeOffset Until);

/// <param name="Codes">Each works once, in place of the authenticator. They are not shown again.</param>
public sealed record RecoveryAnswer(IReadOnlyList<string> Codes);

/// <summary>The second factor of whoever holds the token or session.</summary>
internal static class SecondFactorEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("tokens").WithTags("Access").RequireAuthorization();
        tokens.MapPost("step-up", Prove)
            .WithName("stepUp").WithSummary("Prove the second factor: for five minutes this token may reveal, export and break the glass.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        tokens.MapPost("second-factor", Enrol)
            .WithName("enrolSecondFactor").WithSummary("A new authenticator secret; an enrolled one must have been proved in the last five minutes.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        tokens.MapPost("second-factor/confirmation", Confirm)
            .WithName("confirmSecondFactor").WithSummary("The first code of the new authenticator; answers recovery codes, once.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        tokens.MapDelete("current", Revoke)
            .WithName("revokeToken").WithSummary("End this token or session.").ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<Results<Ok<StepUpAnswer>, Problem>> Prove(
        CodeRequest request, CurrentOfficer officer, SecondFactors factors, AccessTokens tokens, SessionClock clock, CancellationToken ct)
    {
        if (await factors.Prove(officer.Value.Id, request.Code, ct) is { } refusal)
            return Problem.Of(refusal);
        await tokens.StepUp(officer.Token, ct);
        return TypedResults.Ok(new StepUpAnswer(clock.Now + StepUp.Fresh));
    }

    private static async Task<Results<Ok<Enrolment>, Problem>> Enrol(HttpContext http, CurrentOfficer officer, SecondFactors factors) =>
        await factors.Enrol(officer.Value.Id, StepUp.IsFresh(http)) is { } enrolment
            ? TypedResults.Ok(enrolment)
            : Problem.Of(HttpRefusals.StepUpRequired);

    private static async Task<Results<Ok<RecoveryAnswer>, Problem>> Confirm(
        CodeRequest request, CurrentOfficer officer, SecondFactors factors, AccessTokens tokens, CancellationToken ct)
    {
        var (codes, refusal) = await factors.Confirm(officer.Value.Id, request.Code, ct);
        if (codes is null)
            return Problem.Of(refusal!);
        await tokens.StepUp(officer.Token, ct);
        return TypedResults.Ok(new RecoveryAnswer(codes));
    }

    private static async Task<NoContent> Revoke(HttpContext http, AccessTokens tokens)
    {
        await PageSession.End(http, tokens);
        return TypedResults.NoContent();
    }
}
