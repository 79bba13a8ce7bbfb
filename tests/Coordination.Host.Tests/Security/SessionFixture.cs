using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.EventStore;
using Coordination.Host.Members;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Coordination.Testing;
using Coordination.Testing.Faults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Coordination.Host.Tests.Security;

/// <summary>A Host as it runs in an agency, without the demo, whose session clock the test sets; with officers who have accounts of their own.</summary>
public sealed class SessionFixture : IAsyncLifetime
{
    public const string Password = "melati-putih-2026";
    private readonly Lazy<string> _hash = new(() => PasswordHash.Create(Password).ToString());
    private string? _directory;
    private Database? _database;
    private HttpClient? _http;

    public CoordinationHost Host { get; private set; } = null!;

    public JumpingClock Clock { get; } = new();

    /// <summary>The clock of events and deadlines.</summary>
    public JumpingClock Events { get; } = new();

    public HttpClient Http => _http!;

    public Database Database => _database!;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await Database.Create();
        _directory = Directory.CreateTempSubdirectory("coordination-session-").FullName;
        Host = await Start();
        _http = Client(Host);
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await Host.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        if (_directory is not null)
            Directory.Delete(_directory, recursive: true);
    }

    /// <summary>One more Host on the same database.</summary>
    public Task<CoordinationHost> Start(RequestLimits? limits = null) => CoordinationHost.Start(
        new HostSettings(Database.RuntimeConnectionString, Database.OwnerConnectionString)
        {
            Port = 0, DataDirectory = _directory!, Migrate = false, SessionClock = Clock, Clock = Events,
            Limits = limits ?? new RequestLimits { SignInBurst = 1_000 },
        },
        CancellationToken.None);

    // Cookies are for the tests to carry: those of a Host are bound to TLS, which a test has not.
    public static HttpClient Client(CoordinationHost host) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };

    /// <summary>As the person at the machine does it.</summary>
    public async Task Add(
        string username, string agency = "POLRI", string unit = "POLRESTA-BARELANG", OfficerRole role = OfficerRole.Officer, Level clearance = Level.R,
        params Privilege[] privileges)
    {
        var account = new Account(username, agency, unit, role, clearance) { Privileges = privileges };
        var position = await Host.Services.GetRequiredService<MemberAdmin>().Establish(account, Ct);
        Host.Services.GetRequiredService<ProjectionDaemon>().Signal(position);
        await Shown(position);
        await Host.Services.GetRequiredService<Accounts>().SetPassword(username, _hash.Value, Ct);
    }

    /// <summary>The views have seen the log up to there.</summary>
    public async Task Shown(long position) => Assert.True(
        (await Host.Services.GetRequiredService<ProjectionDaemon>().WaitFor(position, TimeSpan.FromSeconds(30), Ct)).Reached);

    /// <summary>A token whose holder has proved the second factor.</summary>
    public async Task<string> Proved(string username)
    {
        var token = await Token(username);
        await Enrol(token);
        return token;
    }

    /// <summary>The body of an answer that must be a success, once the views show it.</summary>
    public async Task<JsonNode> Ask(string token, string method, string path, object? body = null)
    {
        using var response = await Send(token, method, path, body);
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        var answer = JsonNode.Parse(text)!;
        if (answer is JsonObject && answer["position"]?.GetValue<long>() is { } position)
            await Shown(position);
        return answer;
    }

    /// <summary>The code of an answer that must be a no.</summary>
    public async Task<string> Refusal(string token, string method, string path, object? body = null)
    {
        using var response = await Send(token, method, path, body);
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.False(response.IsSuccessStatusCode, $"{method} {path}: {text}");
        return JsonNode.Parse(text)!["code"]!.ToString();
    }

    /// <summary>A page session, as the page that signs in begins one.</summary>
    public async Task<string> Session(string username)
    {
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var tokens = Host.Services.GetRequiredService<AccessTokens>();
        var account = (await Host.Services.GetRequiredService<Accounts>().Find(username, Ct))!.Account;
        var token = (await tokens.Issue(account, SignIn.Session, Ct)).Value;
        var principal = Principals.Of((await tokens.Validate(token, Ct))!, scheme, token);
        var cookies = Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        return $"{PageSession.BoundName}={cookies.TicketDataFormat.Protect(new AuthenticationTicket(principal, scheme))}";
    }

    public Task<HttpResponseMessage> AskToken(string username, string password, string? code = null) =>
        Http.PostAsJsonAsync("/api/v1/tokens", new { username, password, code }, Ct);

    public async Task<string> Token(string username, string? code = null)
    {
        using var response = await AskToken(username, Password, code);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Ct))!["accessToken"]!.ToString();
    }

    public async Task<HttpResponseMessage> Send(string token, string method, string path, object? body = null, HttpClient? http = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await (http ?? Http).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }

    /// <summary>Enrols an authenticator for the holder of the token and proves it.</summary>
    public async Task<(byte[] Secret, IReadOnlyList<string> Recovery)> Enrol(string token)
    {
        using var enrolled = await Send(token, "POST", "/api/v1/tokens/second-factor");
        enrolled.EnsureSuccessStatusCode();
        var secret = Totp.FromBase32((await enrolled.Content.ReadFromJsonAsync<JsonNode>(Ct))!["secret"]!.ToString());
        using var confirmed = await Send(token, "POST", "/api/v1/tokens/second-factor/confirmation", new { code = Code(secret) });
        confirmed.EnsureSuccessStatusCode();
        var codes = (await confirmed.Content.ReadFromJsonAsync<JsonNode>(Ct))!["codes"]!.AsArray();
        return (secret, [.. codes.Select(code => code!.ToString())]);
    }

    /// <summary>Time goes on, and no node remembers an answer of before.</summary>
    public void Jump(TimeSpan by)
    {
        Clock.Jump(by);
        Host.Services.GetRequiredService<AccessTokens>().Forget();
    }

    public string Code(byte[] secret) => Totp.Code(secret, Totp.StepOf(Clock.GetUtcNow()));
}
