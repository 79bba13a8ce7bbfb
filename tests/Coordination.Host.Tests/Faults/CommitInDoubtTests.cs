using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The connection breaks between COMMIT and its answer (F3).</summary>
public sealed class CommitInDoubtTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private const string Statement = "coordination.append";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CommitCut.BeforeServer, Answer.Acknowledged)] // the log shows that nothing was written, so it is written now
    [InlineData(CommitCut.AfterCommit, Answer.InDoubt)]
    public async Task A_commit_in_doubt_is_answered_503_and_settled_by_its_key(CommitCut cut, Answer told)
    {
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var history = new History();
        var key = $"doubt-{cut}";
        var broken = host.Proxy.CutCommit(cut, Statement);

        var first = await host.File(key, history, Ct);
        await broken.WaitAsync(Ct);
        var second = await host.File(key, history, Ct);
        var third = await host.File(key, history, Ct);

        first.Answer.ShouldBe(told);
        second.Answer.ShouldBe(Answer.Acknowledged);
        third.ShouldBe(second);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_commits_in_doubt_under_load_are_each_settled_once()
    {
        const int Cuts = 12;
        await using var host = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, host, Ct);
        var history = new History();
        var load = new Load(host.Officer, [host.Http], history, seed: 3);

        await load.Run(workers: 8, CutAgainAndAgain(host.Proxy, Cuts), TimeSpan.FromSeconds(90), Ct);

        history.Unsettled.ShouldBeEmpty();
        history.Settled.ShouldBeGreaterThanOrEqualTo(Cuts / 2);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }

    private static async Task CutAgainAndAgain(FaultProxy proxy, int cuts)
    {
        for (var i = 0; i < cuts; i++)
            await proxy.CutCommit(i % 2 == 0 ? CommitCut.AfterCommit : CommitCut.BeforeServer, Statement).WaitAsync(Ct);
    }
}
