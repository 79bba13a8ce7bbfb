using Coordination.EventStore.Integrity;
using Coordination.EventStore.Tests.Reading;
using Coordination.Testing;
using Xunit;

namespace Coordination.EventStore.Tests.Integrity;

/// <summary>A log of its own per test, and what seals it.</summary>
public abstract class SealingTest(Database database) : IAsyncLifetime
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected Database Database => database;

    internal RawLog Log { get; } = new(database);

    internal static EventLeaves Events { get; } = new();

    public async ValueTask InitializeAsync() => await database.Run("""
        truncate public.mt_events, public.mt_streams, coordination.tree_leaf, coordination.tree_tile, coordination.checkpoint, coordination.tree_rewind;
        update coordination.tree set size = 0, position = 0, frontier = '', owner = null, epoch = 0, expires = '-infinity';
        alter sequence public.mt_events_sequence restart
        """);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal async Task<(long Size, byte[] Root)> SealAll(int pageRows = 5_000)
    {
        using var sealer = new Sealer(Events, database.Daemon, new() { PageRows = pageRows });
        Assert.True(await sealer.Hold(Ct));
        while (await sealer.Seal(Ct) > 0)
        {
        }

        var (size, root) = (sealer.State!.Size, sealer.Root());
        await sealer.Release(Ct);
        return (size, root);
    }

    /// <summary>What a whole pass finds; small pages, so that findings at their borders are found too.</summary>
    internal async Task<Defect?> Audit(Database? of = null)
    {
        var audit = new TreeAudit(Events, (of ?? database).Daemon);
        while (true)
        {
            if (await audit.Next(7, Ct) is { } end) return end.Found;
        }
    }

    internal Task SignHead(long size, byte[] root) => database.Run(
        $"insert into coordination.checkpoint (tree, size, position, root, origin, note) values (1, {size}, 0, '\\x{Convert.ToHexString(root)}', 'test', '')");
}
