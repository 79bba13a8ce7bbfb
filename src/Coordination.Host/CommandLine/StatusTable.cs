using Coordination.EventStore;

namespace Coordination.Host.CommandLine;

/// <summary>The store's status as text for a terminal.</summary>
internal static class StatusTable
{
    public static void Write(StoreStatus status, TextWriter to)
    {
        to.WriteLine($"log        head {status.Head}, complete to {status.Watermark}");
        foreach (var holder in status.Holding)
            to.WriteLine($"open       transaction {holder.Transaction}, process {holder.ProcessId}, {holder.Age?.TotalSeconds:0} s, {holder.Application}");
        to.WriteLine();
        to.WriteLine($"{"view",-24}{"position",12}{"lag",8}  {"state",-10}{"owner",-20}dead letters");
        foreach (var shard in status.Shards)
        {
            to.WriteLine($"{shard.Projection,-24}{shard.Position,12}{shard.Lag,8}  {shard.State,-10}{shard.OwnerName ?? "-",-20}{shard.DeadLetters}");
            if (shard.Error is { } error)
                to.WriteLine($"  {error}");
        }
        foreach (var node in status.Nodes)
            to.WriteLine($"node       {node.Name} {node.Id} {(node.Alive ? "alive" : "gone")}, last heard {node.Heartbeat:u}");
        foreach (var letter in status.DeadLetters)
            to.WriteLine($"dead       {letter.Id} {letter.Projection} at {letter.Position}: {letter.ErrorType}");
        foreach (var rebuild in status.Rebuilds)
            to.WriteLine($"rebuild    {rebuild.Shard} {rebuild.State}, {rebuild.Position} of {rebuild.Target}");
    }
}
