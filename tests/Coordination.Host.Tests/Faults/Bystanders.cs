using System.Net;
using Coordination.Testing.Faults;
using Npgsql;

namespace Coordination.Host.Tests.Faults;

/// <summary>
/// Looks on while something fails: a subscriber of the log, and an agency's officer on the live stream whom nothing of it concerns. Asks
/// afterwards for every promise that can hold of what happened, I1 to I9.
/// </summary>
internal sealed class Bystanders : IAsyncDisposable
{
    private readonly NpgsqlDataSource _owner;
    private readonly HttpClient _http;
    private readonly OfficerClient _officer;
    private readonly LogSubscriber _log;
    private readonly Witness _witness;
    private readonly Onlooker _stranger;

    private Bystanders(
        NpgsqlDataSource owner, string daemon, HttpClient http, OfficerClient officer, OfficerClient stranger, CancellationToken ct)
    {
        (_owner, _http, _officer, _log, _stranger) = (owner, http, officer, new(daemon), new(http, stranger));
        _witness = new(_log.PositionsAfter, ct);
    }

    /// <param name="daemon">Connection of the log's readers, past whatever fails.</param>
    /// <param name="officer">Who writes, of the police.</param>
    public static async Task<Bystanders> Begin(
        NpgsqlDataSource owner, string daemon, HttpClient http, OfficerClient officer, CancellationToken ct)
    {
        var stranger = await OfficerClient.SignIn(http, "pemda.malaka", "PEMDA-KAB", "PEMDA-MALAKA", HostProcess.DemoPassword, ct);
        return new(owner, daemon, http, officer, stranger, ct);
    }

    public static Task<Bystanders> Begin(HostDatabase database, ProxiedHost host, CancellationToken ct) =>
        Begin(database.Owner, database.DaemonConnectionString, host.Http, host.Officer, ct);

    /// <summary>Every promise that was broken, in words; the fault must be over.</summary>
    public async Task<IReadOnlyList<string>> Breaches(History history, CancellationToken ct)
    {
        var defects = await (await Operator.SignIn(_http, ct)).Defects(ct);
        var reports = history.Claims.Where(claim => claim.Answer == Answer.Acknowledged).Select(claim => claim.Stream).Distinct().ToList();
        return
        [
            .. await Invariants.Check(_owner, OfficerClient.KeyInLog, history, await _witness.Finish(), ct),
            .. defects.Select(defect => $"I6: {defect}"),
            .. Invariants.Withheld(_stranger.Frames, [.. reports.Select(report => $"{report}")]),
            .. await Invariants.Recorded(_owner, [await Read(reports[0], ct)], ct),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _stranger.DisposeAsync();
        await _log.DisposeAsync();
    }

    private async Task<Shown> Read(Guid report, CancellationToken ct)
    {
        using var request = _officer.Authorized(HttpMethod.Get, $"/api/v1/intelligence/{report}");
        using var response = await _http.SendAsync(request, ct);
        return response.StatusCode == HttpStatusCode.OK
            ? new("polri.barelang", $"intelligence:{report}", TimeProvider.System.GetUtcNow())
            : throw new HttpRequestException($"{report}: {(int)response.StatusCode}", null, response.StatusCode);
    }
}
