using System.Globalization;
using System.Security.Claims;
using Coordination.Domain.Kernel;

namespace Coordination.Host.Security;

/// <summary>The account as claims and back: bearer tokens and page sessions carry the same principal.</summary>
public static class Principals
{
    internal const string TokenClaim = "coordination:token";
    internal const string ScopeClaim = "coordination:scope";
    private const string AgencyClaim = "coordination:agency";
    private const string UnitClaim = "coordination:unit";
    private const string ClearanceClaim = "coordination:clearance";
    private const string TaskForcesClaim = "coordination:task-forces";
    private const string DesksClaim = "coordination:desks";
    private const string SecondFactorClaim = "coordination:second-factor-at";

    internal static ClaimsPrincipal Of(SignedIn signedIn, string scheme, string token)
    {
        var officer = signedIn.Officer;
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, officer.Id),
                new Claim(AgencyClaim, officer.Agency),
                new Claim(UnitClaim, officer.Unit),
                new Claim(ClaimTypes.Role, officer.Role.ToString()),
                new Claim(ClearanceClaim, officer.Clearance.ToString()),
                new Claim(TokenClaim, token),
            ],
            scheme);
        if (officer.TaskForces.Length > 0)
            identity.AddClaim(new Claim(TaskForcesClaim, officer.TaskForces));
        if (officer.Desks.Length > 0)
            identity.AddClaim(new Claim(DesksClaim, officer.Desks));
        if (signedIn.SecondFactorAt is { } at)
            identity.AddClaim(new Claim(SecondFactorClaim, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        if (signedIn.Scopes is { } scopes)
            identity.AddClaim(new Claim(ScopeClaim, string.Join(' ', scopes)));
        return new ClaimsPrincipal(identity);
    }

    /// <returns>Null when nobody is signed in.</returns>
    public static Officer? OfficerOf(ClaimsPrincipal principal) => principal.Identity is { IsAuthenticated: true, Name: { } name }
        ? new Officer(
            name,
            principal.FindFirstValue(AgencyClaim)!,
            principal.FindFirstValue(UnitClaim)!,
            Enum.Parse<OfficerRole>(principal.FindFirstValue(ClaimTypes.Role)!),
            Enum.Parse<Level>(principal.FindFirstValue(ClearanceClaim)!))
        {
            TaskForces = principal.FindFirstValue(TaskForcesClaim) ?? "", Desks = principal.FindFirstValue(DesksClaim) ?? "",
        }
        : null;

    /// <summary>When the second factor was last proved; null = never for this session or token.</summary>
    internal static DateTimeOffset? SecondFactorAt(ClaimsPrincipal principal) =>
        principal.FindFirstValue(SecondFactorClaim) is { } at && long.TryParse(at, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}

/// <summary>Who calls, for the length of one request. Endpoints and pages ask for it; nothing else turns a request into an officer.</summary>
public sealed class CurrentOfficer(IHttpContextAccessor http)
{
    /// <summary>Null on the few routes that need no sign-in.</summary>
    public Officer? OrNull => http.HttpContext is { } context ? Principals.OfficerOf(context.User) : null;

    /// <exception cref="InvalidOperationException">The route was not protected: a bug.</exception>
    public Officer Value => OrNull ?? throw new InvalidOperationException("This route needs a signed-in officer and is not protected.");

    public Viewer Viewer => Viewer.Of(Value);

    internal string Token => http.HttpContext?.User.FindFirst(Principals.TokenClaim)?.Value
        ?? throw new InvalidOperationException("This route needs a signed-in officer and is not protected.");
}
