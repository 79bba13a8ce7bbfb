using Coordination.Host.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Security;

/// <summary>A person by username and password, or an agency's system by client credentials.</summary>
/// <param name="Code">Of the authenticator, to prove the second factor at once.</param>
/// <param name="GrantType"><c>password</c> (also when left out) or <c>client_credentials</c>.</param>
/// <param name="Scope">With client credentials: some of the system's scopes, apart by spaces; all when left out.</param>
public sealed record TokenRequest(
    string? Username = null, string? Password = null, string? Code = null, string? GrantType = null, string? ClientId = null, string? ClientSecret = null,
    string? Scope = null);

public sealed record TokenResponse(string AccessToken, DateTimeOffset ExpiresAt);

/// <param name="Code">Of the invitation.</param>
public sealed record InvitationRequest(string Username, string Code, string Password);

internal static class TokensEndpoint
{
    private const int MaxLength = 256;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("tokens", Issue)
            .AllowAnonymous()
            .WithName("issueToken").WithTags("Access")
            .WithSummary("Exchange a username and password, or an agency system's client credentials, for an opaque bearer token.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("invitations", Accept)
            .AllowAnonymous()
            .WithName("acceptInvitation").WithTags("Access").WithSummary("Set a password by the code of an invitation.")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Results<Ok<TokenResponse>, Problem>> Issue(TokenRequest request, SignIn signIn, CancellationToken ct)
    {
        if (request is { GrantType: null or "password", Username: { } username, Password: { } password })
            return IsTooLong(username, password) ? Problem.Of(HttpRefusals.WrongPassword)
                : Answer(await signIn.WithPassword(username, password, SignIn.Api, ct, request.Code));
        if (request is { GrantType: "client_credentials", ClientId: { } client, ClientSecret: { } secret })
            return IsTooLong(client, secret) ? Problem.Of(HttpRefusals.WrongPassword)
                : Answer(await signIn.WithSecret(client, secret, request.Scope, ct));
        return Problem.Of(HttpRefusals.BadJson.About(request.GrantType is null ? "username, password" : "grantType"));
    }

    private static Results<Ok<TokenResponse>, Problem> Answer(SignInResult result) => result.Answer switch
    {
        SignInAnswer.Welcome => TypedResults.Ok(new TokenResponse(result.Token!.Value, result.Token.ExpiresAt)),
        SignInAnswer.Later => Problem.Of(HttpRefusals.TooManyTries),
        _ => Problem.Of(HttpRefusals.WrongPassword),
    };

    private static async Task<Results<NoContent, Problem>> Accept(InvitationRequest request, Invitations invitations, CancellationToken ct)
    {
        if (IsTooLong(request.Username, request.Password) || request.Code.Length > MaxLength)
            return Problem.Of(HttpRefusals.WrongCode);
        return await invitations.Accept(request.Username, request.Code, request.Password, ct) is { } refusal ? Problem.Of(refusal) : TypedResults.NoContent();
    }

    private static bool IsTooLong(string name, string secret) => name.Length > MaxLength || secret.Length > MaxLength;
}
