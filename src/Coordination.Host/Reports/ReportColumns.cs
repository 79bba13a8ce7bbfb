using Coordination.Projections.Reports;

namespace Coordination.Host.Reports;

/// <summary>Widths of the columns of a table: no column narrower than its longest word, the rest shared by how much stands in it.</summary>
internal static class ReportColumns
{
    /// <summary>Between the margins of the page, in twentieths of a point.</summary>
    public const int TextWidth = 9636;

    private const int LongestWord = 16;
    private const int LongestText = 60;

    /// <summary>A letter of eight points, and what a cell keeps free around a word with a little for bold headings, in twentieths of a point.</summary>
    private const int Letter = 88;
    private const int Around = 270;

    /// <param name="total">Width of the table, in twentieths of a point.</param>
    public static IReadOnlyList<int> Of(ReportTable table, int total)
    {
        var least = table.Columns.Select((_, i) => Around + (Letter * Cells(table, i).SelectMany(cell => cell.Split(' ')).Max(word => Math.Min(word.Length, LongestWord))))
            .ToArray();
        var wish = table.Columns.Select((_, i) => Cells(table, i).Max(cell => Math.Min(cell.Length, LongestText))).ToArray();
        // Whole numbers only: the same on every machine.
        var (needed, wished) = (least.Sum(), wish.Sum());
        int[] widths = needed > total
            ? Capped(least, total)
            : [.. least.Zip(wish, (width, text) => width + ((total - needed) * text / wished))];
        widths[^1] += total - widths.Sum();
        return widths;
    }

    // Where not all words find room, the columns of the longest give way, and "No" stays whole.
    private static int[] Capped(int[] least, int total)
    {
        var (room, left) = (total, least.Length);
        foreach (var width in least.Order())
        {
            if (width * left > room)
                break;
            (room, left) = (room - width, left - 1);
        }

        return [.. least.Select(width => Math.Min(width, room / left))];
    }

    private static IEnumerable<string> Cells(ReportTable table, int column) => table.Rows.Select(row => row.Cells[column]).Prepend(table.Columns[column]);
}
