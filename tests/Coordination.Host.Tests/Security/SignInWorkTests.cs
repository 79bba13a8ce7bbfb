using System.Collections.Concurrent;
using System.Diagnostics;
using Coordination.Host.Security;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Security;

/// <summary>What takes how long must not tell who has an account (OWASP ASVS 5.0 6.3.8): a name that is known costs the same statements as one that is not.</summary>
public sealed class SignInWorkTests(SessionFixture world) : IClassFixture<SessionFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_that_is_wrong_costs_a_known_name_what_it_costs_an_unknown_one()
    {
        await world.Add("kenanga.kerja");
        var invitations = world.Host.Services.GetRequiredService<Invitations>();
        var known = await Statements(() => invitations.Accept("kenanga.kerja", "TIDAKADATIDAKADATIDA", SessionFixture.Password, Ct));
        known.ShouldBe(await Statements(() => invitations.Accept("tidak.ada", "TIDAKADATIDAKADATIDA", SessionFixture.Password, Ct)));
        known.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_account_is_looked_up_like_a_name_that_is_none()
    {
        await world.Add("kenanga.akun");
        var accounts = world.Host.Services.GetRequiredService<Accounts>();
        (await Statements(() => accounts.Find("kenanga.akun", Ct))).ShouldBe(await Statements(() => accounts.Find("tidak.ada", Ct)));
    }

    private static async Task<IReadOnlyList<string>> Statements(Func<Task> act)
    {
        var seen = new ConcurrentQueue<string>();
        using var mine = new Activity("mine").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == mine.TraceId && activity.GetTagItem("db.query.text") is string text)
                    seen.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await act();
        return [.. seen];
    }
}
