using Coordination.Host.Security;
using Coordination.Testing;
using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The clock under the tokens jumps (F9): what cannot be judged is refused.</summary>
public sealed class TokenClockTests(Database database) : IClassFixture<Database>
{
    private static readonly Account Officer = DemoAccounts.All[0];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_that_jumps_ahead_ends_the_tokens_of_before()
    {
        var clock = new JumpingClock();
        var token = await Issue(clock);
        (await Holds(token, clock)).ShouldBeTrue();
        clock.Jump(TimeSpan.FromDays(3));
        (await Holds(token, clock)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_clock_that_falls_back_does_not_bring_expired_tokens_to_life_and_trusts_none_of_the_future()
    {
        var clock = new JumpingClock();
        var token = await Issue(clock);
        clock.Jump(TimeSpan.FromDays(-90));
        (await Holds(token, clock)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_node_whose_clock_is_a_minute_behind_still_knows_the_tokens_of_the_others()
    {
        var clock = new JumpingClock();
        var token = await Issue(clock);
        clock.Jump(TimeSpan.FromMinutes(-1));
        (await Holds(token, clock)).ShouldBeTrue();
    }

    private async Task<string> Issue(JumpingClock clock)
    {
        using var tokens = Tokens(clock);
        return (await tokens.Issue(Officer, "api", Ct)).Value;
    }

    /// <summary>Asks as another node would, which has no answer of before in its memory.</summary>
    private async Task<bool> Holds(string token, JumpingClock clock)
    {
        using var tokens = Tokens(clock);
        return await tokens.Validate(token, Ct) is not null;
    }

    private AccessTokens Tokens(JumpingClock clock) => new(database.Runtime, new(database.Runtime, new(database.Owner), new DemoAccounts("sandi-uji"), TimeProvider.System), clock);
}
