using System.Net;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The clock of one machine is days off (F9), as libfaketime makes it for a whole process: time is PostgreSQL's.</summary>
[Collection(Alone.Name)]
public sealed class WrongClockTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    // A demo goes on where its log ended, minutes ago.
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("+3d")]
    [InlineData("-90d")]
    public async Task A_machine_whose_clock_is_days_off_records_judges_and_signs_in_by_the_time_of_PostgreSQL(string off)
    {
        File.Exists(HostProcess.FakeTime).ShouldBeTrue("Debian's package libfaketime");
        await using var wrong = await HostProcess.Start(database.RuntimeConnectionString, database.OwnerConnectionString, database.Keys, Ct, faketime: off);
        await using var right = await HostProcess.Start(database.RuntimeConnectionString, database.OwnerConnectionString, database.Keys, Ct);
        Task<OfficerClient> SignIn(HostProcess host) =>
            OfficerClient.SignIn(host.Client, "polri.barelang", "POLRI", "POLRESTA-BARELANG", HostProcess.DemoPassword, Ct);
        var (atRight, atWrong) = (await SignIn(right), await SignIn(wrong));
        await using var around = await Bystanders.Begin(database.Owner, database.DaemonConnectionString, right.Client, atRight, Ct);
        var history = new History();
        var claims = new List<Claim>();
        for (var i = 0; i < 6; i++)
        {
            var (host, key) = (i % 2 == 0 ? wrong : right, $"faked{off}-{i}");
            claims.Add(await atRight.Send(host.Client, atRight.Event("intelligence_report_filed", key, key, OfficerClient.Filed(key)), history, Ct));
            (await RecordedAt(claims[^1])).ShouldBe(await Now(), Minutes);
        }

        claims.ShouldAllBe(claim => claim.Answer == Answer.Acknowledged);
        claims.Select(claim => claim.Position).ShouldBeInOrder(SortDirection.Ascending);
        // Who signed in at the one is known at the other: they judge by one clock.
        (await Reads(wrong.Client, atRight)).ShouldBe(HttpStatusCode.OK);
        (await Reads(right.Client, atWrong)).ShouldBe(HttpStatusCode.OK);
        wrong.Output.ShouldContain("time is taken from PostgreSQL");
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    private async Task<DateTimeOffset> Now()
    {
        await using var command = database.Owner.CreateCommand("select clock_timestamp()");
        return new((DateTime)(await command.ExecuteScalarAsync(Ct))!);
    }

    private static async Task<HttpStatusCode> Reads(HttpClient http, OfficerClient officer)
    {
        using var request = officer.Authorized(HttpMethod.Get, "/api/v1/cases");
        using var response = await http.SendAsync(request, Ct);
        return response.StatusCode;
    }

    private async Task<DateTimeOffset> RecordedAt(Claim claim)
    {
        await using var command = database.Owner.CreateCommand("select timestamp from public.mt_events where seq_id = $1");
        command.Parameters.AddWithValue(claim.Position);
        return new((DateTime)(await command.ExecuteScalarAsync(Ct))!);
    }
}
