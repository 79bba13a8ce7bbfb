using Coordination.Testing.Faults;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>The Host is killed at an exact point of an append (F1); a client that asks another Host with the same key gets the one result.</summary>
[Collection(Alone.Name)]
public sealed class HostKillPointTests(HostDatabase database) : IClassFixture<HostDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CommitCut.BeforeStatement)]
    [InlineData(CommitCut.BeforeServer)]
    [InlineData(CommitCut.AfterCommit)]
    public async Task A_retry_with_the_same_key_after_a_kill_is_written_once(CommitCut point)
    {
        await using var proxy = FaultProxy.Start(database.RuntimeConnectionString);
        await using var host = await HostProcess.Start(proxy.ConnectionString, database.OwnerConnectionString, database.Keys, Ct);
        await using var other = await ProxiedHost.Start(database, Ct);
        await using var around = await Bystanders.Begin(database, other, Ct);
        var history = new History();
        var report = other.Officer.Event("intelligence_report_filed", $"kill-{point}", $"kill-{point}", OfficerClient.Filed($"kill-{point}"));

        var killed = proxy.CutCommit(point, "coordination.append", meanwhile: host.Kill);
        var first = await other.Officer.Send(host.Client, report, history, Ct);
        await killed;
        var second = await other.Officer.Send(other.Http, report, history, Ct);
        await host.Start(Ct);
        var third = await other.Officer.Send(host.Client, report, history, Ct);

        first.Answer.ShouldBe(Answer.InDoubt);
        second.Answer.ShouldBe(Answer.Acknowledged);
        third.ShouldBe(second);
        (await around.Breaches(history, Ct)).ShouldBeEmpty();
    }
}
