using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Asvs;

/// <summary>
/// OWASP ASVS 5.0 chapter 16, logging and errors: who is let in is told, and no person is in what leaves the process besides the records.
/// </summary>
public sealed class V16LoggingTests(ListenedFixture world) : IClassFixture<ListenedFixture>
{
    private const string Name = "Siti CANARY Melati";
    private const string Nik = "9171014101990017";
    private const string Passport = "XC7770017";

    // Also as a part of something else, and as they look in an address.
    private static readonly string[] Canaries = ["CANARY", Nik, Passport];

    private ApiFixture Api => world.Api;

    [Fact]
    public async Task Asvs_16_2_5_a_span_and_a_measurement_hold_the_route_and_nothing_that_the_caller_wrote()
    {
        var path = $"/api/v1/cases/{Uri.EscapeDataString(Name)}?q={Nik}";
        using var refused = await Api.Send("koordinator", "GET", path, headers: [("User-Agent", Passport), ("Referer", $"https://x/{Nik}")]);
        using var strange = await Api.Send("koordinator", "CANARY", path);
        using var last = await Api.Send("koordinator", "GET", "/api/v1/cases");
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30) && !world.Heard.Telemetry.Any(IsLast);)
            await Task.Yield();
        world.Heard.Telemetry.Any(IsLast).ShouldBeTrue();
        Found(world.Heard.Telemetry).ShouldBeEmpty();
        Found(world.Heard.Logs).ShouldBeEmpty();
        static bool IsLast(string said) => said.Contains("http.route=/api/v1/cases/ ", StringComparison.Ordinal) || said.EndsWith("http.route=/api/v1/cases/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asvs_16_3_1_and_16_3_2_who_is_let_in_and_who_is_not_is_logged_and_nobody_writes_a_line_of_the_log()
    {
        await Api.Token("bp3mi.ntt");
        using var wrong = await Api.Http.PostAsJsonAsync("/api/v1/tokens", new { username = "bp3mi.ntt", password = "salah" }, ApiFixture.Ct);
        using var nobody = await Api.Http.PostAsJsonAsync("/api/v1/tokens", new { username = "x\r\nSigned in: penyusup (api)", password = "salah" }, ApiFixture.Ct);
        using var anonymous = await Api.Send(null, "GET", "/api/v1/cases");
        using var forbidden = await Api.Send("bp3mi.ntt", "GET", "/api/v1/admin/status");
        var said = world.Heard.Logs.Where(line => line.Contains("DecisionLog|", StringComparison.Ordinal)).Select(line => line.Split('|')[1]).ToList();
        said.ShouldContain("Signed in: bp3mi.ntt (api)");
        said.ShouldContain("Sign-in Refused: bp3mi.ntt (api)");
        said.ShouldContain("Sign-in Refused: (unknown) (api)");
        said.ShouldContain("Not signed in: GET /api/v1/cases/");
        said.ShouldContain("Forbidden: bp3mi.ntt GET /api/v1/admin/status");
        said.ShouldNotContain("Signed in: penyusup (api)");
        said.ShouldAllBe(line => !line.Any(char.IsControl));
    }

    [Fact]
    public async Task Asvs_16_5_1_an_error_tells_the_caller_a_trace_and_nothing_else()
    {
        await using (await Fault("alter schema readmodel rename to readmodel_away", "alter schema readmodel_away rename to readmodel"))
        {
            foreach (var path in new[] { "/api/v1/cases", "/api/v1/handoffs", "/api/v1/intelligence" })
            {
                using var response = await Api.Send("koordinator", "GET", path);
                response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError, path);
                var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!.AsObject();
                problem["code"]!.ToString().ShouldBe("http.unexpected");
                problem.Select(member => member.Key).ShouldBe(["type", "title", "status", "code", "traceId"], ignoreOrder: true);
                var trace = problem["traceId"]!.ToString();
                trace.Length.ShouldBe(32);
                world.Heard.Logs.ShouldContain(line => line.Contains(trace, StringComparison.Ordinal) && line.Contains("PostgreSQL error 42P01", StringComparison.Ordinal));
            }
        }
    }

    private static IEnumerable<string> Found(IEnumerable<string> texts) => texts
        .Where(text => Canaries.Any(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase)))
        .Select(text => text[..Math.Min(600, text.Length)]);

    private async Task<Mended> Fault(string begin, string end)
    {
        // The tokens of the callers are asked for while the store still answers.
        foreach (var user in new[] { "koordinator", "operator" })
            await Api.Token(user);
        var server = new NpgsqlConnectionStringBuilder(Api.Database.OwnerConnectionString) { Pooling = false };
        var name = server.Database!;
        if (begin.Contains("{0}", StringComparison.Ordinal))
            server.Database = "postgres";
        var fault = new Mended(server.ConnectionString, Format(end, name), () => DropConnections(server.ConnectionString, name));
        await fault.Execute(Format(begin, name));
        await DropConnections(server.ConnectionString, name);
        return fault;
    }

    /// <summary>Ends what is connected, and what lies dead in the Host's pools: neither is part of the fault, nor of what comes after it.</summary>
    private async Task DropConnections(string server, string database)
    {
        await Mended.Execute(server, $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{database}' and pid <> pg_backend_pid()");
        var pools = Api.Host.Services.GetKeyedServices<NpgsqlDataSource>(KeyedService.AnyKey).Append(Api.Host.Services.GetRequiredService<NpgsqlDataSource>());
        foreach (var pool in pools)
            pool.Clear();
    }

    private static string Format(string sql, string database) => sql.Replace("{0}", database, StringComparison.Ordinal);

    /// <summary>A fault until it is disposed of.</summary>
    private sealed class Mended(string server, string end, Func<Task> dropConnections) : IAsyncDisposable
    {
        public Task Execute(string sql) => Execute(server, sql);

        public static async Task Execute(string server, string sql)
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync(CancellationToken.None);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await Execute(end);
            await dropConnections();
        }
    }
}
