using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Coordination.EventStore.Integrity;

namespace Coordination.Host.Integrity;

/// <summary>What a bundle proves.</summary>
/// <param name="Broken">What is not as it claims to be; empty when everything holds.</param>
/// <param name="Proved">What holds, in sentences.</param>
internal sealed record BundleVerdict(IReadOnlyList<string> Broken, IReadOnlyList<string> Proved);

/// <summary>Checks a bundle with files and public keys alone: no network, no database.</summary>
internal static class BundleCheck
{
    private const long MaxEntry = 256L * 1024 * 1024;

    /// <param name="logKey">Null = the key in the bundle, which proves nothing about who made it.</param>
    /// <param name="witnessKeys">By agency; none = those in the bundle.</param>
    public static async Task<BundleVerdict> Of(Stream zip, VerifierKey? logKey, IReadOnlyDictionary<string, VerifierKey> witnessKeys, CancellationToken ct)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        var (broken, proved) = (new List<string>(), new List<string>());
        var keys = (await Text(archive, BundleFile.Keys, ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var key = logKey ?? (keys.Length > 0 ? VerifierKey.Parse(keys[0]) : null);
        var note = SignedNote.Parse(await Text(archive, BundleFile.Checkpoint, ct));
        if (key is null || note is null || TreeHead.Parse(note.Text) is not { } head)
            return new BundleVerdict(["The bundle has no signed head, or no key to check it with."], []);
        if (!note.IsSignedBy(key) || head.Origin != key.Name)
            return new BundleVerdict([$"The head is not signed by {key.Name}."], []);
        proved.Add($"The head over {head.Size} entries is signed by {head.Origin}{(logKey is null ? " (the key is the bundle's own: compare it)" : "")}.");
        foreach (var (agency, witness) in witnessKeys.Count > 0 ? witnessKeys : Witnesses(keys))
        {
            if (Cosignature.SignedAt(note, witness) is { } at)
                proved.Add(string.Create(CultureInfo.InvariantCulture, $"{agency} counter-signed it at {at:yyyy-MM-dd HH:mm:ss}Z."));
            else if (witnessKeys.Count > 0)
                broken.Add($"{agency} has not counter-signed this head.");
        }
        var events = Events(await Text(archive, BundleFile.Events, ct), broken);
        broken.AddRange(events.Select(one => Broken(one, head)).OfType<string>());
        broken.AddRange(Chains(events));
        var bare = events.Count(one => one.Data is null);
        if (broken.Count == 0 && bare > 0)
            proved.Add($"{bare} events came without their body; their leaves stand under this head.");
        if (broken.Count == 0)
            proved.Add($"{events.Count - bare} events stand unchanged under this head.");
        return new BundleVerdict(broken, proved);
    }

    private static List<BundleEvent> Events(string lines, List<string> broken)
    {
        var events = new List<BundleEvent>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                events.Add(JsonSerializer.Deserialize<BundleEvent>(line, BundleFile.Json)!);
            }
            catch (JsonException)
            {
                broken.Add($"Line {events.Count + 1} of the events cannot be read.");
                break;
            }
        }
        return events;
    }

    private static string? Broken(BundleEvent one, TreeHead head)
    {
        if (!one.Recompute().AsSpan().SequenceEqual(one.LeafHash))
            return $"Position {one.Position}, stream {one.StreamId}, version {one.Version}: the event was altered; it has another hash than its leaf.";
        return TreeProof.Includes(one.LeafIndex, head.Size, one.LeafHash, one.Path, head.Root)
            ? null
            : $"Position {one.Position}, stream {one.StreamId}, version {one.Version}: its leaf does not stand in the log.";
    }

    private static IEnumerable<string> Chains(IReadOnlyList<BundleEvent> events)
    {
        var leaves = events.GroupBy(one => (one.StreamId, one.Version)).ToDictionary(group => group.Key, group => group.First().LeafHash);
        return from one in events
               where one.Data is not null && leaves.TryGetValue((one.StreamId, one.Version - 1), out var before) && !before.AsSpan().SequenceEqual(one.Previous)
               select $"Position {one.Position}, stream {one.StreamId}, version {one.Version}: what comes before it in its stream is another event.";
    }

    private static Dictionary<string, VerifierKey> Witnesses(string[] keys) => keys.Skip(1)
        .Select(line => line.Split(' ', 2)).Where(parts => parts.Length == 2)
        .Select(parts => (Agency: parts[0], Key: VerifierKey.Parse(parts[1]))).Where(one => one.Key is not null)
        .GroupBy(one => one.Agency, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Key!, StringComparer.Ordinal);

    private static async Task<string> Text(ZipArchive zip, string name, CancellationToken ct)
    {
        if (zip.GetEntry(name) is not { Length: < MaxEntry } entry)
            return "";
        using var reader = new StreamReader(await entry.OpenAsync(ct));
        return await reader.ReadToEndAsync(ct);
    }
}
