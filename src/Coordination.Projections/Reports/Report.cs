using Coordination.Domain.Kernel;

namespace Coordination.Projections.Reports;

/// <summary>
/// A report on paper: a pure function of events up to a position in the log, as one reader may see them. Whatever it says names the events that say
/// it; renderers add nothing and leave nothing out.
/// </summary>
/// <param name="Kind">What it is, such as <c>joint_operation</c>.</param>
/// <param name="Letterhead">Lines of the kop.</param>
/// <param name="Status">How far it is: draft, final.</param>
/// <param name="Head">Nomor, Klasifikasi, Lampiran, Perihal.</param>
/// <param name="Marking">The strictest of all that it rests on.</param>
/// <param name="Position">Log position up to which it knows.</param>
/// <param name="KnownAt">When the log stood there.</param>
/// <param name="Withheld">Events that the reader may know to exist and no more.</param>
/// <param name="Sources">Every event that is cited, in log order: their numbers are the citations.</param>
public sealed record Report(
    string Kind, IReadOnlyList<string> Letterhead, string Title, string Status, IReadOnlyList<ReportLine> Head, IReadOnlyList<ReportSection> Sections,
    Marking Marking, long Position, DateTimeOffset KnownAt, int Withheld, IReadOnlyList<ReportSource> Sources)
{
    /// <summary>Every text that may hold somebody's words, in a fixed order.</summary>
    public IEnumerable<string> Texts()
    {
        var texts = new List<string>();
        Map(text =>
        {
            texts.Add(text);
            return text;
        });
        return texts;
    }

    /// <summary>The same report with every text replaced.</summary>
    public Report Map(Func<string, string> replace) => this with
    {
        Head = [.. Head.Select(line => line with { Text = replace(line.Text) })],
        Sections = [.. Sections.Select(section => section.Map(replace))],
    };

    /// <summary>Number of a cited event, from 1.</summary>
    public int NumberOf(Guid cited)
    {
        for (var i = 0; i < Sources.Count; i++)
        {
            if (Sources[i].Event == cited)
                return i + 1;
        }
        throw new InvalidOperationException($"Event {cited} is cited and not among the sources.");
    }
}

public sealed record ReportLine(string Label, string Text, IReadOnlyList<Guid> Cites);

/// <param name="Told">What kind of event it is, in words.</param>
public sealed record ReportSource(Guid Event, long Position, DateTimeOffset RecordedAt, string Told);

/// <param name="Heading">As the form prescribes it.</param>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportBlock> Blocks)
{
    public IReadOnlyList<ReportSection> Parts { get; init; } = [];

    internal ReportSection Map(Func<string, string> replace) => this with
    {
        Blocks = [.. Blocks.Select(block => block.Map(replace))], Parts = [.. Parts.Select(part => part.Map(replace))],
    };
}

public abstract record ReportBlock
{
    internal abstract ReportBlock Map(Func<string, string> replace);
}

/// <param name="Cites">Events that say it; empty for words of the form alone.</param>
public sealed record ReportParagraph(string Text, IReadOnlyList<Guid> Cites) : ReportBlock
{
    internal override ReportBlock Map(Func<string, string> replace) => this with { Text = replace(Text) };
}

/// <param name="Empty">What stands there when there is no row.</param>
public sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<ReportRow> Rows, string Empty) : ReportBlock
{
    internal override ReportBlock Map(Func<string, string> replace) => this with
    {
        Rows = [.. Rows.Select(row => row with { Cells = [.. row.Cells.Select(replace)] })],
    };
}

public sealed record ReportRow(IReadOnlyList<string> Cells, IReadOnlyList<Guid> Cites);
