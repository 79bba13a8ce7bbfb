using Coordination.Domain.Kernel;
using Coordination.Host.Security.SecondFactor;

namespace Coordination.Host.Security;

public enum SignInAnswer
{
    Welcome,

    /// <summary>Name or password is wrong; which one is not told.</summary>
    Refused,

    /// <summary>Too many tries: ask again in a minute.</summary>
    Later,
}

public sealed record SignInResult(SignInAnswer Answer, SignedIn? SignedIn = null, AccessToken? Token = null);

/// <summary>Username and password to a token. The token endpoint and the sign-in page both come through here.</summary>
public sealed class SignIn
{
    /// <summary>Token for an API client.</summary>
    public const string Api = "api";

    /// <summary>Token that a page session carries in its cookie.</summary>
    public const string Session = "session";

    private readonly Accounts _accounts;
    private readonly PasswordCheck _passwords;
    private readonly SignInLimit _limit;
    private readonly SecondFactors _factors;
    private readonly AccessTokens _tokens;
    private readonly ClientSecrets _secrets;
    private readonly DecisionLog _log;

    internal SignIn(
        Accounts accounts, PasswordCheck passwords, SignInLimit limit, SecondFactors factors, AccessTokens tokens, ClientSecrets secrets, DecisionLog log)
    {
        _accounts = accounts;
        _passwords = passwords;
        _limit = limit;
        _factors = factors;
        _tokens = tokens;
        _secrets = secrets;
        _log = log;
    }

    /// <param name="code">Of the authenticator, for who proves the second factor at once; null = later, by a step-up.</param>
    public async Task<SignInResult> WithPassword(string username, string password, string kind, CancellationToken ct, string? code = null)
    {
        if (!await _limit.Allows(username, ct))
            return Answer(new SignInResult(SignInAnswer.Later), account: null, kind);
        var credential = await _accounts.Find(username, ct);
        return Answer(await Check(username, password, credential, kind, code, ct), credential?.Account.Username, kind);
    }

    private async Task<SignInResult> Check(
        string username, string password, Credential? credential, string kind, string? code, CancellationToken ct)
    {
        // An unknown user costs the same work, so that time does not tell who exists.
        var answer = await _passwords.Check(username, password, credential?.Hash ?? PasswordHash.Nobody, ct);
        if (answer is PasswordAnswer.Later)
            return new SignInResult(SignInAnswer.Later);
        if (answer is PasswordAnswer.Wrong || credential?.Hash is null)
            return new SignInResult(SignInAnswer.Refused);
        if (code is not null && await _factors.Prove(username, code, ct) is not null)
            return new SignInResult(SignInAnswer.Refused);
        var token = await _tokens.Issue(credential.Account, kind, ct, secondFactor: code is not null);
        return await _tokens.Validate(token.Value, ct) is { } signedIn
            ? new SignInResult(SignInAnswer.Welcome, signedIn, token)
            : new SignInResult(SignInAnswer.Refused);
    }

    /// <summary>An agency's system, by client credentials.</summary>
    /// <param name="scope">Some of the scopes it was given, apart by spaces; null = all of them.</param>
    public async Task<SignInResult> WithSecret(string client, string secret, string? scope, CancellationToken ct)
    {
        if (!await _limit.Allows(client, ct))
            return Answer(new SignInResult(SignInAnswer.Later), account: null, Api);
        // Both questions are asked of every name: what takes how long must not tell which one was answered no.
        var (matches, account) = (await _secrets.Matches(client, secret, ct), (await _accounts.Find(client, ct))?.Account);
        return Answer(await Check(matches, account, scope, ct), account?.Username, Api);
    }

    private async Task<SignInResult> Check(bool matches, Account? account, string? scope, CancellationToken ct)
    {
        if (!matches || account is not { Role: OfficerRole.SystemClient })
            return new SignInResult(SignInAnswer.Refused);
        var wanted = scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [.. account.Scopes];
        if (wanted.Except(account.Scopes, StringComparer.Ordinal).Any())
            return new SignInResult(SignInAnswer.Refused);
        var token = await _tokens.Issue(account, Api, ct, wanted);
        return await _tokens.Validate(token.Value, ct) is { } signedIn
            ? new SignInResult(SignInAnswer.Welcome, signedIn, token)
            : new SignInResult(SignInAnswer.Refused);
    }

    private SignInResult Answer(SignInResult result, string? account, string kind)
    {
        _log.SignedIn(result.Answer, account, kind);
        return result;
    }
}
