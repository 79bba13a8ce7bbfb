using Coordination.EventStore.Integrity;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Integrity;

/// <summary>Promise: what the tiles answer is what RFC 9162 says, at any size.</summary>
public sealed class ProofTests(Database database) : IClassFixture<Database>
{
    private const int Leaves = 66_700; // more than two levels of tiles
    private const int Seed = 9162;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tiles_answer_with_the_reference_paths()
    {
        await Fill(8, TreeVectorTests.ReferenceLeaves);
        var tree = new SealedTree(8, database.Daemon);
        foreach (var (leaf, size, path) in TreeVectorTests.Inclusions.Select(row => row.Data))
            (await tree.Inclusion(leaf, size, Ct)).ShouldBe(TreeVectorTests.Hashes(path));
        foreach (var (first, second, path) in TreeVectorTests.Consistencies.Select(row => row.Data))
            (await tree.Consistency(first, second, Ct)).ShouldBe(TreeVectorTests.Hashes(path));
    }

    [Fact]
    public async Task Any_leaf_is_proved_in_any_tree_and_any_tree_begins_any_larger_one()
    {
        var random = new Random(Seed);
        var leaves = Enumerable.Range(0, Leaves).Select(_ => { var hash = new byte[TreeHash.Size]; random.NextBytes(hash); return hash; }).ToArray();
        await Fill(9, leaves);
        var tree = new SealedTree(9, database.Daemon);
        int[] sizes = [1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, Leaves, .. Enumerable.Range(0, 12).Select(_ => random.Next(2, Leaves))];
        foreach (var size in sizes)
        {
            var (root, leaf, first) = (TreeHash.Root(leaves.AsSpan(0, size)), random.Next(size), random.Next(size + 1));
            var (path, proof) = (await tree.Inclusion(leaf, size, Ct), await tree.Consistency(first, size, Ct));
            (await tree.Root(size, Ct)).ShouldBe(root, $"size {size}");
            TreeProof.Includes(leaf, size, leaves[leaf], path, root).ShouldBeTrue($"leaf {leaf} of {size}");
            TreeProof.Extends(first, TreeHash.Root(leaves.AsSpan(0, first)), size, root, proof).ShouldBeTrue($"{first} in {size}");
        }
    }

    [Fact]
    public void An_edge_that_was_saved_goes_on_as_if_it_had_never_stopped()
    {
        var (whole, tiles) = (new TileTree(), new List<Tile>());
        var hashes = Enumerable.Range(0, 700).Select(n => TreeHash.Leaf([(byte)n, (byte)(n >> 8)])).ToArray();
        foreach (var hash in hashes[..600]) whole.Append(hash, tiles);
        var resumed = TileTree.Resume(600, [hashes[512..600], [.. tiles.Where(tile => tile.Level == 0).Select(tile => tile.Root)]]);
        resumed.Frontier().ShouldBe(whole.Frontier());
        foreach (var hash in hashes[600..])
        {
            whole.Append(hash, []);
            resumed.Append(hash, []);
        }

        resumed.Root().ShouldBe(whole.Root());
        resumed.Root().ShouldBe(TreeHash.Root(hashes));
        Should.Throw<ArgumentException>(() => TileTree.Resume(600, [hashes[512..599], [hashes[0], hashes[1]]]));
    }

    private async Task Fill(short number, byte[][] leaves)
    {
        var (tree, tiles) = (new TileTree(), new List<Tile>());
        foreach (var leaf in leaves) tree.Append(leaf, tiles);
        await using var connection = await database.Daemon.OpenConnectionAsync(Ct);
        await TreeStore.AddLeaves(connection, number, [.. leaves.Select((hash, n) => new SealedLeaf(n, n + 1, hash, []))], Ct);
        await TreeStore.AddTiles(connection, number, tiles, Ct);
    }
}
