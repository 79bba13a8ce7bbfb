using System.Net;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The clock of events jumps forward and back (F9): the log's order and its keys do not care.</summary>
public sealed class ClockJumpTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_versions_and_keys_hold_when_the_clock_jumps()
    {
        var clock = new JumpingClock();
        await using var host = await ProxiedHost.Start(database, Ct, clock);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var history = new History();
        var claims = new List<Claim> { await host.File("jump", history, Ct) };
        TimeSpan[] jumps = [TimeSpan.FromDays(3), TimeSpan.FromDays(-90), TimeSpan.FromHours(1), TimeSpan.FromDays(400), TimeSpan.FromDays(-400)];
        for (var i = 0; i < jumps.Length; i++)
        {
            clock.Jump(jumps[i]);
            var graded = host.Officer.Event("intelligence_graded", $"jump-{i}", "jump", OfficerClient.Graded($"jump-{i}", 1 + i));
            claims.Add(await host.Officer.Send(host.Http, graded, history, Ct));
            (await host.File("jump", history, Ct)).ShouldBe(claims[0]);
        }

        claims.ShouldAllBe(claim => claim.Answer == Answer.Acknowledged);
        claims.Select(claim => claim.Position).ShouldBeInOrder(SortDirection.Ascending);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-90)]
    public async Task A_host_whose_clock_is_days_off_writes_in_order_and_once_beside_a_right_one_and_neither_trusts_the_others_tokens(int days)
    {
        var off = new JumpingClock();
        off.Jump(TimeSpan.FromDays(days));
        // The one ahead first: signing in sweeps away what has ended a day ago by that Host's clock.
        await using var ahead = await ProxiedHost.Start(database, Ct, days > 0 ? off : TimeProvider.System, sessionClock: days > 0 ? off : null);
        await using var behind = await ProxiedHost.Start(database, Ct, days > 0 ? TimeProvider.System : off, sessionClock: days > 0 ? null : off);
        var (right, wrong) = days > 0 ? (behind, ahead) : (ahead, behind);
        await using var around = await Bystanders.Begin(database, right, Ct);
        var (history, key) = (new History(), $"days{days}");
        var claims = new List<Claim> { await wrong.File(key, history, Ct) };
        for (var i = 0; i < 6; i++)
        {
            var (one, other) = i % 2 == 0 ? (right, wrong) : (wrong, right);
            var graded = one.Officer.Event("intelligence_graded", $"{key}-{i}", key, OfficerClient.Graded($"{key}-{i}", 1 + i));
            claims.Add(await one.Officer.Send(one.Http, graded, history, Ct));
            (await other.Officer.Send(other.Http, graded, history, Ct)).ShouldBe(claims[^1], "the key of one Host holds at the other");
            (await RecordedAt(claims[^1])).ShouldBe((ReferenceEquals(one, wrong) ? off : TimeProvider.System).GetUtcNow(), Minutes, "never the sender's time");
        }

        claims.ShouldAllBe(claim => claim.Answer == Answer.Acknowledged);
        claims.Select(claim => claim.Position).ShouldBeInOrder(SortDirection.Ascending);
        (await Reads(wrong.Http, right.Officer)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Reads(right.Http, wrong.Officer)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Reads(wrong.Http, wrong.Officer)).ShouldBe(HttpStatusCode.OK);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
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
