using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Testing.Faults;

namespace Coordination.Host.Tests.Faults;

/// <summary>A Host in this process whose runtime connections all go through a proxy; the owner's go straight.</summary>
internal sealed class ProxiedHost : IAsyncDisposable
{
    private readonly CoordinationHost _host;

    private ProxiedHost(FaultProxy proxy, CoordinationHost host, OfficerClient officer, HttpClient http)
    {
        _host = host;
        Proxy = proxy;
        Officer = officer;
        Http = http;
    }

    public FaultProxy Proxy { get; }

    public OfficerClient Officer { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _host.Services;

    /// <param name="clock">Of events.</param>
    /// <param name="sessionClock">Of tokens and sessions.</param>
    public static async Task<ProxiedHost> Start(
        HostDatabase database, CancellationToken ct, TimeProvider? clock = null, string connection = "", TimeProvider? sessionClock = null)
    {
        var proxy = FaultProxy.Start(database.RuntimeConnectionString);
        var settings = new HostSettings($"{proxy.ConnectionString};{connection}", database.OwnerConnectionString)
        {
            Port = 0,
            Demo = true,
            DemoPassword = HostProcess.DemoPassword,
            Clock = clock,
            SessionClock = sessionClock,
            DataDirectory = database.Keys,
        };
        var host = await CoordinationHost.Start(settings, ct);
        var http = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(60) };
        var officer = await OfficerClient.SignIn(http, "polri.barelang", "POLRI", "POLRESTA-BARELANG", HostProcess.DemoPassword, ct);
        return new(proxy, host, officer, http);
    }

    public Task<Claim> File(string key, History history, CancellationToken ct) =>
        Officer.Send(Http, Officer.Event("intelligence_report_filed", key, key, OfficerClient.Filed(key)), history, ct);

    /// <summary>A case of the police, so that what is filed on it shows on live streams.</summary>
    public async Task<string> OpenCase(CancellationToken ct)
    {
        using var request = Officer.Authorized(HttpMethod.Post, "/api/v1/cases", JsonContent.Create(JsonNode.Parse(Api.Told.Case("POLRI"))));
        using var response = await Http.SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(ct))!["id"]!.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Proxy.Resume();
        await _host.DisposeAsync();
        await Proxy.DisposeAsync();
    }
}
