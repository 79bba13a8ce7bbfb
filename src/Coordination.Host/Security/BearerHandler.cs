using System.Text.Encodings.Web;
using Coordination.Host.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Coordination.Host.Security;

/// <summary><c>Authorization: Bearer …</c> with our own opaque tokens.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var token = header[Prefix.Length..].Trim();
        return await tokens.Validate(token, Context.RequestAborted) is { } signedIn
            ? AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(signedIn, SchemeName, token), SchemeName))
            : AuthenticateResult.Fail("The token is unknown, expired or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"coordination\"";
        return Problem.Of(HttpRefusals.Unauthenticated).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problem.Of(HttpRefusals.RoleForbidden).ExecuteAsync(Context);
}
