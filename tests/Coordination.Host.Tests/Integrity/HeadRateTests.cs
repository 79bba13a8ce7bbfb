using Coordination.Host.Integrity;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>At most one head in the interval, and one more after the heartbeat when nothing has changed.</summary>
public sealed class HeadRateTests(LogFixture log) : IClassFixture<LogFixture>
{
    private const int Grown = 3;

    // The fixture's times, less what the two clocks may differ by: one counts in the Host, the other in PostgreSQL as the head arrives.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(90);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(450);

    [Fact]
    public void By_default_one_a_second_and_sixty_seconds_of_silence() =>
        (new IntegrityOptions().HeadInterval, new IntegrityOptions().Heartbeat).ShouldBe((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));

    [Fact]
    public async Task A_log_that_is_written_without_rest_has_its_heads_one_interval_apart_and_one_that_rests_one_heartbeat()
    {
        await LogFixture.Until(
            async () =>
            {
                await log.OpenCase();
                return (await Heads()).Select(head => head.Size).Distinct().Count() > Grown;
            },
            "a log that grew, and was signed as it grew");
        await LogFixture.Until(async () => (await Heads()) is [.., var before, var last] && before.Size == last.Size, "a head signed anew");

        var heads = await Heads();
        foreach (var (before, next) in heads.Zip(heads.Skip(1)))
            (next.At - before.At).ShouldBeGreaterThanOrEqualTo(before.Size == next.Size ? Heartbeat : Interval, $"{before} then {next}");
    }

    private async Task<List<(long Size, DateTime At)>> Heads()
    {
        await using var command = log.Api.Database.Owner.CreateCommand("select size, signed_at from coordination.checkpoint where tree = $1 order by id");
        command.Parameters.AddWithValue(log.Events.Number);
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        var heads = new List<(long, DateTime)>();
        while (await reader.ReadAsync(ApiFixture.Ct))
            heads.Add((reader.GetInt64(0), reader.GetDateTime(1)));
        return heads;
    }
}
