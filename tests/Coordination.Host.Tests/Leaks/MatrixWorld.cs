using System.Net;
using System.Net.Http.Headers;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.EventStore;
using Coordination.Host.Members;
using Coordination.Host.Security;
using Coordination.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Coordination.Host.Tests.Leaks;

/// <param name="Cookie">Null for an agency's system, which opens no page.</param>
internal sealed record MatrixViewer(Account Account, string Token, string? Cookie);

/// <summary>One Host, one thing per kind, level and audience, one viewer per agency, role and clearance.</summary>
internal sealed class MatrixWorld : IAsyncDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 2, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly Account[] Accounts =
    [
        new("matriks.pemilik", "IMIGRASI", "KANIM-KUPANG", OfficerRole.Officer, Level.SR),
        new("matriks.polisi", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.R),
        new("matriks.kapolres", "POLRI", "POLRESTA-BARELANG", OfficerRole.UnitHead, Level.SR),
        new("matriks.loket", "POLRI", "POLDA-NTT", OfficerRole.Officer, Level.T),
        new("matriks.sistem", "POLRI", "POLRESTA-BARELANG", OfficerRole.SystemClient, Level.R) { Scopes = [Scopes.Read] },
        new("matriks.pemda", "PEMDA-KAB", "PEMDA-MALAKA", OfficerRole.Officer, Level.SR),
        new("matriks.koordinator", "SATGAS", "SEKRETARIAT", OfficerRole.Coordinator, Level.R),
        new("matriks.operator", "SATGAS", "SEKRETARIAT", OfficerRole.Operator, Level.SR),
    ];

    private readonly string _directory;
    private readonly Database _database;
    private readonly HttpClient _http;

    private MatrixWorld(Database database, CoordinationHost host, string directory)
    {
        (_database, Host, _directory) = (database, host, directory);
        _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 16 }) { BaseAddress = host.Address };
    }

    public CoordinationHost Host { get; }

    public List<MatrixViewer> Viewers { get; } = [];

    public List<MatrixThing> Things { get; } = [];

    public static async Task<MatrixWorld> Create(CancellationToken ct)
    {
        var (database, directory) = (await Database.Create(), Directory.CreateTempSubdirectory("coordination-matrix-").FullName);
        var host = await CoordinationHost.Start(
            new HostSettings(database.RuntimeConnectionString, database.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = "contoh-sandi-2026", DataDirectory = directory, Migrate = false,
            },
            CancellationToken.None);
        var world = new MatrixWorld(database, host, directory);
        await world.AddViewers(ct);
        await world.AddThings(ct);
        return world;
    }

    /// <param name="body">JSON of a command; null = nothing is sent.</param>
    public async Task<(HttpStatusCode Status, string Body)> Ask(
        MatrixViewer viewer, bool api, string path, CancellationToken ct, string method = "GET", string? body = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        if (api)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", viewer.Token);
        else if (viewer.Cookie is { } cookie)
            request.Headers.Add("Cookie", cookie);
        using var response = await _http.SendAsync(request, ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(ct));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private T Service<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    private async Task AddViewers(CancellationToken ct)
    {
        var position = 0L;
        foreach (var account in Accounts)
            position = await Service<MemberAdmin>().Establish(account, ct);
        await Shown(position, ct);
        var tokens = Service<AccessTokens>();
        var cookies = Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        foreach (var account in Accounts)
        {
            var system = account.Role == OfficerRole.SystemClient;
            var token = (await tokens.Issue(account, SignIn.Api, ct, system ? account.Scopes : null, secondFactor: !system)).Value;
            string? cookie = null;
            if (!system)
            {
                var session = (await tokens.Issue(account, SignIn.Session, ct, secondFactor: true)).Value;
                var principal = Principals.Of((await tokens.Validate(session, ct))!, CookieAuthenticationDefaults.AuthenticationScheme, session);
                var ticket = new AuthenticationTicket(principal, CookieAuthenticationDefaults.AuthenticationScheme);
                cookie = $"{PageSession.DemoName}={cookies.TicketDataFormat.Protect(ticket)}";
            }

            Viewers.Add(new(account, token, cookie));
        }
    }

    private async Task AddThings(CancellationToken ct)
    {
        var position = 0L;
        foreach (var kind in MatrixKind.All)
        {
            foreach (var marking in kind.Markings())
                position = await Add(kind, marking, ct);
        }

        await Shown(position, ct);
    }

    // Past the decider: a marking that two officers must agree on, or that was widened since, is a marking all the same.
    private async Task<long> Add(MatrixKind kind, Marking marking, CancellationToken ct)
    {
        var (id, word) = (Guid.CreateVersion7(), $"MATRIKS{Things.Count:00}X");
        var headers = EnvelopeHeaders.Write(new Envelope(kind.Owner, Monday, Monday, "21.71", [], marking, null), []);
        NewEvent[] events = [.. kind.Facts(word).Select(fact => new NewEvent(Guid.CreateVersion7(), fact, Monday, headers, kind.Owner.Id))];
        Things.Add(new(id, events[^1].Id, kind, marking, word));
        return (await Service<EventLog>().Append(new([new(id, kind.Stream, 0, events)]), ct)).Position;
    }

    private async Task Shown(long position, CancellationToken ct)
    {
        var daemon = Service<ProjectionDaemon>();
        daemon.Signal(position);
        (await daemon.WaitFor(position, TimeSpan.FromSeconds(30), ct)).Reached.ShouldBeTrue();
    }
}
