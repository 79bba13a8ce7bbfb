using Coordination.Host.Http;
using Microsoft.AspNetCore.Identity;

namespace Coordination.Host.Security.SecondFactor;

/// <param name="Secret">Base 32, to be typed; also in the address that an authenticator scans.</param>
public sealed record Enrolment(string Secret, string Uri);

/// <summary>
/// Authenticators: enrolling one, proving one, and the codes for who lost it. A code works once: it, and every older one, is refused afterwards,
/// on whichever Host it is tried.
/// </summary>
internal sealed class SecondFactors(UserManager<SignInUser> users, UserStore store, Backoff backoff, SessionClock clock, DecisionLog log)
{
    public const int RecoveryCodes = 10;
    private const int MaxCodeLength = 32;

    /// <summary>A new secret; it counts from the first code that proves it on. Null when a working one must be proved first.</summary>
    public async Task<Enrolment?> Enrol(string username, bool proved)
    {
        var user = await Known(username);
        if (user.TwoFactorEnabled && !proved)
            return null;
        await users.ResetAuthenticatorKeyAsync(user);
        var secret = (await users.GetAuthenticatorKeyAsync(user))!;
        return new Enrolment(secret, $"otpauth://totp/Koordinasi%20TPPO:{Uri.EscapeDataString(username)}?secret={secret}&issuer=Koordinasi%20TPPO");
    }

    /// <summary>The first code of a new authenticator; from now on it is the second factor.</summary>
    /// <returns>Recovery codes, shown once; or why not.</returns>
    public async Task<(IReadOnlyList<string>? Codes, HttpRefusal? Refusal)> Confirm(string username, string code, CancellationToken ct)
    {
        var user = await Known(username);
        if (await Try(user, code, ct) is { } refusal)
            return (null, refusal);
        await users.SetTwoFactorEnabledAsync(user, enabled: true);
        return ([.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!], null);
    }

    /// <summary>Null when the code, or a recovery code, is right; then it is used up.</summary>
    public async Task<HttpRefusal?> Prove(string username, string code, CancellationToken ct)
    {
        var user = await Known(username);
        return user.TwoFactorEnabled ? await Try(user, code, ct) : HttpRefusals.NoSecondFactor;
    }

    public async Task<bool> IsEnrolled(string username) => await users.FindByNameAsync(username) is { TwoFactorEnabled: true };

    /// <summary>The demo's authenticator: a code of the user's that was not used yet. Null where there is none within the window.</summary>
    public async Task<string?> DemoCode(string username, CancellationToken ct)
    {
        var user = await Known(username);
        if (user.AuthenticatorKey is not { } key)
            return null;
        var now = Totp.StepOf(clock.Now);
        var step = Math.Max(now, await store.LastStep(username, ct) + 1);
        return step <= now + 1 ? Totp.Code(Totp.FromBase32(key), step) : null;
    }

    private async Task<HttpRefusal?> Try(SignInUser user, string code, CancellationToken ct)
    {
        if (await backoff.MustWait(user.Username, ct))
            return HttpRefusals.TooManyTries;
        if (code.Length <= MaxCodeLength && (await IsOfAuthenticator(user, code, ct) || await IsRecovery(user, code)))
        {
            await backoff.Clear(user.Username, ct);
            return null;
        }
        await backoff.CountWrong(user.Username, ct);
        log.Denied(HttpRefusals.WrongCode.Refusal, user.Username);
        return HttpRefusals.WrongCode;
    }

    private async Task<bool> IsOfAuthenticator(SignInUser user, string code, CancellationToken ct) =>
        user.AuthenticatorKey is { } key
        && Totp.Match(Totp.FromBase32(key), code.Trim(), clock.Now) is { } step
        && await store.TakeStep(user, step, ct);

    private async Task<bool> IsRecovery(SignInUser user, string code) =>
        user.TwoFactorEnabled && (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;

    private async Task<SignInUser> Known(string username) => await users.FindByNameAsync(username)
        ?? throw new InvalidOperationException("A signed-in officer has an account.");
}
