using System.Text;

namespace Coordination.Host.Reference;

/// <param name="Code">Kemendagri code, such as <c>53.21.01</c>.</param>
/// <param name="Level">province, regency, district, village.</param>
public sealed record Area(string Code, string Name, string Level);

/// <summary>
/// The administrative areas of Indonesia (Kepmendagri 300.2.2-2430/2025; npm idn-area-data, Open Database License): 38 provinces, 514 regencies and
/// cities, 7,285 districts, 83,762 villages. Kept as the bytes of the files with an index of their lines, some four megabytes, and read when first asked for.
/// Codes are checked for their form only where facts come in, since villages are founded every month; here is what they are called.
/// </summary>
public sealed class Areas
{
    private static readonly string[] Files = ["provinces", "regencies", "districts", "villages"];
    private static readonly string[] Levels = ["province", "regency", "district", "village"];

    private readonly Lazy<AreaFile[]> _files;

    public Areas()
        : this(Path.Combine(AppContext.BaseDirectory, "areas"))
    {
    }

    internal Areas(string directory) =>
        _files = new(() => [.. Files.Select(name => new AreaFile(File.ReadAllBytes(Path.Combine(directory, $"{name}.csv"))))]);

    /// <summary>Null for a code that the decree does not know.</summary>
    public Area? Find(string code) => LevelOf(code) is { } level && _files.Value[level].NameOf(code) is { } name ? new(code, name, Levels[level]) : null;

    /// <summary>The area and all that it lies in, the province first; those that are known.</summary>
    public IReadOnlyList<Area> PathOf(string code) => [.. Domain.Reference.Places.Around(code).Reverse().Select(Find).OfType<Area>()];

    /// <summary>The next smaller areas within one; the provinces within none.</summary>
    public IReadOnlyList<Area> Within(string? code)
    {
        var level = code is null ? 0 : LevelOf(code) + 1;
        return level is { } at && at < Files.Length
            ? [.. _files.Value[at].StartingWith(code is null ? "" : $"{code}.").Select(line => new Area(line.Code, line.Name, Levels[at]))]
            : [];
    }

    private static int? LevelOf(string code) => code.Length switch
    {
        2 => 0,
        5 => 1,
        8 => 2,
        13 => 3,
        _ => null,
    };

    /// <summary>One file, sorted by code as it comes.</summary>
    private sealed class AreaFile
    {
        private readonly byte[] _bytes;
        private readonly int[] _lines;

        public AreaFile(byte[] bytes)
        {
            _bytes = bytes;
            var lines = new List<int>();
            for (var at = Array.IndexOf(bytes, (byte)'\n') + 1; at > 0 && at < bytes.Length; at = Array.IndexOf(bytes, (byte)'\n', at) + 1)
                lines.Add(at);
            _lines = [.. lines];
        }

        public string? NameOf(string code) => StartingWith(code).FirstOrDefault() is { Name: { } name } line && line.Code == code ? name : null;

        public IEnumerable<(string Code, string Name)> StartingWith(string prefix)
        {
            for (var line = First(prefix); line < _lines.Length; line++)
            {
                var (code, name) = Read(line);
                if (!code.StartsWith(prefix, StringComparison.Ordinal))
                    yield break;
                yield return (code, name);
            }
        }

        private int First(string prefix)
        {
            var (low, high) = (0, _lines.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (string.CompareOrdinal(Read(middle).Code, prefix) < 0)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low;
        }

        private (string Code, string Name) Read(int line)
        {
            var end = Array.IndexOf(_bytes, (byte)'\n', _lines[line]);
            var text = Encoding.UTF8.GetString(_bytes, _lines[line], (end < 0 ? _bytes.Length : end) - _lines[line]).TrimEnd('\r');
            var code = text[..text.IndexOf(',', StringComparison.Ordinal)];
            // Provinces have no parent; a name with a comma or a quote stands in quotes.
            var name = code.Length == 2 ? text[3..] : text[(text.IndexOf(',', code.Length + 1) + 1)..];
            return (code, name.StartsWith('"') ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name);
        }
    }
}
