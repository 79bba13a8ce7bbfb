using System.Globalization;
using Coordination.Projections.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Coordination.Host.Reports;

/// <summary>The report as a document to edit and to sign. Part names and relations are fixed and the package is rewritten with fixed times, so that the same report is the same file.</summary>
internal static class DocxReport
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Of(Report report, ReportReader reader)
    {
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(Main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.All();
            main.AddNewPart<HeaderPart>("rId2").Header = DocxStyles.Watermark(reader.Mark);
            main.AddNewPart<FooterPart>("rId3").Footer = DocxStyles.Foot(ReportCites.Foot(report, reader));
            main.Document = new Document(Body(report));
        }
        return DocxPackage.Fixed(buffer.ToArray());
    }

    private static Body Body(Report report)
    {
        var body = new Body();
        foreach (var line in report.Letterhead)
            body.Append(Paragraph("Kop", line));
        body.Append(Paragraph("Garis", ""));
        foreach (var line in report.Head)
            body.Append(Paragraph("Head", $"{line.Label}\t: {line.Text}", ReportCites.Of(report, line.Cites)));
        body.Append(Paragraph("Title", report.Title), Paragraph("Status", report.Status));
        foreach (var section in report.Sections)
            Add(body, report, section, 1);
        body.Append(Paragraph("Heading2", ReportWords.Sources));
        for (var i = 0; i < report.Sources.Count; i++)
            body.Append(Paragraph("Small", ReportCites.Source(report, i)));
        if (ReportCites.Withheld(report) is { Length: > 0 } withheld)
            body.Append(Paragraph("Small", withheld));
        body.Append(DocxStyles.Page("rId2", "rId3"));
        return body;
    }

    private static void Add(Body body, Report report, ReportSection section, int level)
    {
        body.Append(Paragraph($"Heading{level}", section.Heading));
        foreach (var block in section.Blocks)
        {
            if (block is ReportParagraph paragraph)
                body.Append(Paragraph("Normal", paragraph.Text, ReportCites.Of(report, paragraph.Cites)));
            else if (block is ReportTable { Rows.Count: 0 } empty)
                body.Append(Paragraph("Normal", empty.Empty));
            else if (block is ReportTable table)
                body.Append(Table(report, table), Paragraph("Gap", ""));
        }
        foreach (var part in section.Parts)
            Add(body, report, part, level + 1);
    }

    private static Table Table(Report report, ReportTable table)
    {
        var widths = ReportColumns.Of(table, ReportColumns.TextWidth);
        var grid = new Table(DocxStyles.Grid(), new TableGrid(widths.Select(width => new GridColumn { Width = Twips(width) })));
        grid.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select((column, i) => Cell(column, "", widths[i], heading: true))]));
        foreach (var row in table.Rows)
        {
            var cites = ReportCites.Of(report, row.Cites);
            grid.Append(new TableRow(
                [new TableRowProperties(new CantSplit()), .. row.Cells.Select((cell, i) => Cell(cell, i == row.Cells.Count - 1 ? cites : "", widths[i], heading: false))]));
        }
        return grid;
    }

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);

    private static TableCell Cell(string text, string cites, int width, bool heading)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa });
        if (heading)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E9ECF2" });
        return new(properties, Paragraph(heading ? "CellHead" : "Cell", text, cites));
    }

    private static Paragraph Paragraph(string style, string text, string cites = "")
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        var parts = DocxText.Clean(text).Split('\t');
        for (var i = 0; i < parts.Length; i++)
            paragraph.Append(i == 0 ? Run(parts[i]) : new Run(new TabChar(), Words(parts[i])));
        if (cites.Length > 0)
            paragraph.Append(new Run(
                new RunProperties(new Color { Val = "333344" }, new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), Words($" {cites}")));
        return paragraph;
    }

    private static Run Run(string text) => new(Words(text));

    private static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
