using System.Text.RegularExpressions;
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

/// <summary>A viewer with a token and a page session.</summary>
/// <param name="BreaksGlass">Holds the right to open a case of others in an emergency.</param>
internal sealed record Walker(Viewer Viewer, string Token, string Cookie, bool BreaksGlass);

/// <summary>One real Host over one database full of canaries, and viewers of every agency and clearance.</summary>
internal sealed partial class LeakWorld : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("coordination-leaks-").FullName;

    private readonly Lazy<HashSet<Guid>> _persons;

    private LeakWorld(int seed)
    {
        Seed = seed;
        _persons = new(() => [.. Story.Persons.Select(person => person.Value)]);
    }

    public int Seed { get; }

    public Oracle Oracle { get; } = new();

    public required Database Database { get; init; }

    public CoordinationHost Host { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public LeakStory Story { get; private set; } = null!;

    public List<Walker> Walkers { get; } = [];

    /// <param name="cases">Cases, each with about fifteen events around it.</param>
    public static async Task<LeakWorld> Create(int seed, int cases)
    {
        var world = new LeakWorld(seed) { Database = await Database.Create() };
        world.Host = await CoordinationHost.Start(
            new HostSettings(world.Database.RuntimeConnectionString, world.Database.OwnerConnectionString)
            {
                Port = 0, Demo = true, DemoPassword = "contoh-sandi-2026", DataDirectory = world._directory, Migrate = false,
            },
            CancellationToken.None);
        world.Http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 64 })
        {
            BaseAddress = world.Host.Address, Timeout = TimeSpan.FromMinutes(2),
        };
        world.Story = new(new Random(seed), world.Host.Services.GetRequiredService<EventLog>(), world.Oracle);
        await world.Story.Tell(cases);
        await world.AddWalkers();
        await world.Reach(world.Story.Last);
        await world.Remember();
        await world.Signed();
        return world;
    }

    /// <summary>Words of an answer that this viewer may not read.</summary>
    public IEnumerable<string> Leaks(Viewer viewer, string answer) => Word().Matches(answer).Select(match => match.Value).Distinct(StringComparer.Ordinal)
        .Where(word => Oracle.Canaries.TryGetValue(word, out var canary) && !Oracle.MayRead(viewer, canary));

    /// <summary>The same while the viewer looks into one case through broken glass.</summary>
    public IEnumerable<string> LeaksThroughGlass(Viewer viewer, Guid held, string answer) =>
        Word().Matches(answer).Select(match => match.Value).Distinct(StringComparer.Ordinal)
            .Where(word => Oracle.Canaries.TryGetValue(word, out var canary) && !Oracle.MayReadThroughGlass(viewer, canary, held));

    /// <summary>Persons of the story whose reference is in an answer.</summary>
    public IEnumerable<Guid> PersonsIn(string answer) => Reference().Matches(answer).Select(match => Guid.Parse(match.Value)).Where(_persons.Value.Contains).Distinct();

    public static int WordsIn(string answer) => Word().Count(answer);

    public async Task Owner(string sql)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task AddWalkers()
    {
        var accounts = Accounts().ToList();
        var members = Host.Services.GetRequiredService<MemberAdmin>();
        foreach (var account in accounts)
            await Reach(await members.Establish(account, CancellationToken.None));
        await Story.Form(accounts.Where((_, at) => at % 3 == 0).Select(account => (account.Username, account.Agency)));
        await Reach(Story.Last);
        var tokens = Host.Services.GetRequiredService<AccessTokens>();
        var cookies = Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        foreach (var (at, established) in accounts.Index())
        {
            var account = at % 3 == 0 ? established with { TaskForces = LeakStory.TaskForce } : established;
            var token = (await tokens.Issue(account, SignIn.Api, CancellationToken.None, secondFactor: true)).Value;
            var session = (await tokens.Issue(account, SignIn.Session, CancellationToken.None, secondFactor: true)).Value;
            var principal = Principals.Of(
                (await tokens.Validate(session, CancellationToken.None))!, CookieAuthenticationDefaults.AuthenticationScheme, session);
            var cookie = cookies.TicketDataFormat.Protect(new AuthenticationTicket(principal, CookieAuthenticationDefaults.AuthenticationScheme));
            Walkers.Add(new(Viewer.Of(account.Officer), token, $"{PageSession.DemoName}={cookie}", account.Privileges.Contains(Privilege.BreakGlass)));
        }
    }

    private static IEnumerable<Account> Accounts() =>
        from unit in LeakStory.Units
        from clearance in Enum.GetValues<Level>()
        select new Account(
            LeakStory.Login(unit.Unit, clearance), unit.Agency, unit.Unit,
            unit.Agency == "SATGAS" ? OfficerRole.Coordinator : OfficerRole.Officer, clearance)
        {
            Privileges = unit.Unit is "BP3MI-KEPRI" or "POLDA-NTT" && clearance > Level.B ? [Privilege.BreakGlass] : [],
        };

    // Who told us of the persons, and who had read what was taken back since.
    private async Task Remember()
    {
        foreach (var (at, person) in Story.Persons.Index())
            await Owner($"insert into vault.person (person, created_by) values ('{person}', '{LeakStory.Units[at % LeakStory.Units.Length].Agency}')");
        foreach (var look in Story.Looks)
            await Owner($"""
                insert into coordination.access_entry (officer, agency, unit, action, purpose, target, persons, up_to, fields)
                values ('{look.Officer}', '{look.Agency}', '{look.Unit}', 'handoff_read', 'casework', '{look.Target}', array[]::uuid[], {look.UpTo}, array[]::text[])
                """);
    }

    // What is exported is exported with proofs: there is none before the log was signed up to there.
    private async Task Signed()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        for (var signed = false; !signed;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/log/checkpoint");
            request.Headers.Authorization = new("Bearer", Walkers[0].Token);
            request.Headers.Add("X-After-Position", $"{Story.Last}");
            using var answer = await Http.SendAsync(request, limit.Token);
            signed = answer.IsSuccessStatusCode;
        }
    }

    private async Task Reach(long position)
    {
        var daemon = Host.Services.GetRequiredService<ProjectionDaemon>();
        daemon.Signal(position);
        (await daemon.WaitFor(position, TimeSpan.FromMinutes(1), CancellationToken.None)).Reached.ShouldBeTrue();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 10_000)]
    private static partial Regex Reference();

    [GeneratedRegex("KNR[0-9a-f]{5}Z", RegexOptions.None, 10_000)]
    private static partial Regex Word();
}
