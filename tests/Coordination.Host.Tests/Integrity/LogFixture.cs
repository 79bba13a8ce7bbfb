using System.Text.Json.Nodes;
using Coordination.Host.Integrity;
using Coordination.Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>A Host that seals, signs and audits without rest, and may be started again on the same data.</summary>
public sealed class LogFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public ApiFixture Api { get; } = new(settings => settings with
    {
        Integrity = new IntegrityOptions
        {
            HeadInterval = TimeSpan.FromMilliseconds(100), Heartbeat = TimeSpan.FromMilliseconds(500), AuditRest = TimeSpan.FromMilliseconds(10),
            BetweenAudits = TimeSpan.FromMilliseconds(200), ClaimEvery = TimeSpan.FromMilliseconds(200),
        },
    });

    internal LogTree Events => Api.Host.Services.GetRequiredService<LogTrees>().Events;

    internal Heads Heads => Api.Host.Services.GetRequiredService<Heads>();

    public ValueTask InitializeAsync() => Api.InitializeAsync();

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    /// <summary>A new case; its answer.</summary>
    public Task<JsonNode> OpenCase() => Api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"));

    /// <summary>The signed head as text, once it covers a position.</summary>
    public async Task<string> Checkpoint(long after = 0)
    {
        using var response = await Api.Send("polri.barelang", "GET", "/api/v1/log/checkpoint", headers: ("X-After-Position", $"{after}"));
        var body = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        Assert.True(response.IsSuccessStatusCode, body);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        return body;
    }

    public Task<JsonNode> Status() => Api.Ask("polri.barelang", "GET", "/api/v1/log/status");

    public async Task Sql(string sql)
    {
        await using var command = Api.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
    }

    /// <summary>The last head that the Host of this directory has signed, by its own file.</summary>
    internal TreeHead Remembered(string log) => TreeHead.Parse(File.ReadAllText(Path.Combine(Api.DataDirectory, "keys", $"{log}.head")))!;

    /// <summary>Looks until it is so; fails when it does not come to be.</summary>
    public static async Task Until(Func<Task<bool>> so, string what)
    {
        for (var started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < Patience;)
        {
            if (await so())
                return;
            await Task.Delay(50, ApiFixture.Ct);
        }
        Assert.Fail($"It did not come to be: {what}");
    }
}
