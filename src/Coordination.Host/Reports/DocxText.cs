using System.Text;

namespace Coordination.Host.Reports;

internal static class DocxText
{
    /// <summary>What XML can hold: people paste all sorts of things.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r')
                clean.Append(' ');
            else if (rune.Value is '\t' or >= 0x20 and not 0xFFFE and not 0xFFFF)
                clean.Append(rune);
        }
        return clean.ToString();
    }
}
