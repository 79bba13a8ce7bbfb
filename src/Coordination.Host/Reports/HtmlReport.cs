using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Coordination.Projections.Reports;

namespace Coordination.Host.Reports;

/// <summary>The report as one file made for print: its style within, no script, nothing loaded from anywhere.</summary>
internal static class HtmlReport
{
    private const string Style = """
        @page { size: A4; margin: 22mm 18mm 20mm 22mm }
        body { font: 11pt/1.45 "Liberation Serif", "Times New Roman", serif; color: #000; max-width: 176mm; margin: 0 auto; padding: 6mm; background: #fff }
        header.kop { text-align: center; font-weight: bold; border-bottom: 3px double #000; padding-bottom: 3mm; margin-bottom: 5mm }
        header.kop p { margin: 0 }
        h1 { text-align: center; font-size: 13pt; margin: 6mm 0 1mm }
        .status { text-align: center; margin: 0 0 5mm; letter-spacing: .06em }
        h2 { font-size: 12pt; margin: 7mm 0 2mm; break-after: avoid }
        h3 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid }
        p { margin: 0 0 2mm }
        dl { display: grid; grid-template-columns: 30mm 1fr; gap: 1mm 3mm; margin: 0 0 4mm }
        dt::after { content: ":"; float: right }
        dd { margin: 0 }
        .wide { overflow-x: auto }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 8pt; line-height: 1.3; margin: 0 0 3mm }
        th, td { border: .5pt solid #555; padding: 1mm 1.3mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
        th { background: #e9ecf2 }
        thead { display: table-header-group }
        tr { break-inside: avoid }
        sup { font-size: 7pt; line-height: 0; color: #334; white-space: nowrap }
        .sources { font-size: 8pt; overflow-wrap: anywhere }
        footer { border-top: .5pt solid #555; margin-top: 8mm; padding-top: 2mm; font-size: 8pt }
        .watermark { position: fixed; top: 45%; left: 0; right: 0; text-align: center; transform: rotate(-32deg); font-size: 24pt; white-space: nowrap; color: #000; opacity: .07;
          pointer-events: none; z-index: 1 }
        @media (max-width: 600px) { body { padding: 4mm } dl { grid-template-columns: 24mm 1fr } .watermark { font-size: 14pt } table { min-width: 160mm } }
        @media print { body { padding: 0 } .wide { overflow: visible } }
        """;

    /// <summary>Of a browser that is to show it: this one style, and nothing else.</summary>
    public static string ContentPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; frame-ancestors 'none'";

    public static byte[] Of(Report report, ReportReader reader)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
            .Append(Safe(report.Title)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n");
        html.Append("<div class=\"watermark\" aria-hidden=\"true\">").Append(Safe(reader.Mark)).Append("</div>\n<header class=\"kop\">\n");
        foreach (var line in report.Letterhead)
            html.Append("<p>").Append(Safe(line)).Append("</p>\n");
        html.Append("</header>\n<dl>\n");
        foreach (var line in report.Head)
            html.Append("<dt>").Append(Safe(line.Label)).Append("</dt><dd>").Append(Safe(line.Text)).Append(Cites(report, line.Cites)).Append("</dd>\n");
        html.Append("</dl>\n<main>\n<h1>").Append(Safe(report.Title)).Append("</h1>\n<p class=\"status\">").Append(Safe(report.Status)).Append("</p>\n");
        foreach (var section in report.Sections)
            Section(html, report, section, 2);
        Sources(html, report);
        html.Append("</main>\n<footer><p>").Append(Safe(ReportCites.Foot(report, reader))).Append("</p></footer>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Section(StringBuilder html, Report report, ReportSection section, int level)
    {
        html.Append("<section>\n<h").Append((char)('0' + level)).Append('>').Append(Safe(section.Heading)).Append("</h").Append((char)('0' + level)).Append(">\n");
        foreach (var block in section.Blocks)
            Block(html, report, block, section.Heading);
        foreach (var part in section.Parts)
            Section(html, report, part, level + 1);
        html.Append("</section>\n");
    }

    private static void Block(StringBuilder html, Report report, ReportBlock block, string heading)
    {
        if (block is ReportParagraph paragraph)
            html.Append("<p>").Append(Safe(paragraph.Text)).Append(Cites(report, paragraph.Cites)).Append("</p>\n");
        else if (block is ReportTable { Rows.Count: 0 } empty)
            html.Append("<p>").Append(Safe(empty.Empty)).Append("</p>\n");
        else if (block is ReportTable table)
            Table(html, report, table, heading);
    }

    private static void Table(StringBuilder html, Report report, ReportTable table, string heading)
    {
        // Wider than a telephone, so it scrolls in its own place, also by keyboard.
        html.Append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Safe(heading)).Append("\">\n<table>\n<colgroup>");
        // In parts of the whole, and in an attribute: the page allows no style but its own.
        foreach (var width in ReportColumns.Of(table, ReportColumns.TextWidth))
            html.Append(CultureInfo.InvariantCulture, $"<col width=\"{(double)width * 100 / ReportColumns.TextWidth:0.0}%\">");
        html.Append("</colgroup>\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append("<th scope=\"col\">").Append(Safe(column)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Cells.Count; i++)
                html.Append("<td>").Append(Safe(row.Cells[i])).Append(i == row.Cells.Count - 1 ? Cites(report, row.Cites) : "").Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Sources(StringBuilder html, Report report)
    {
        html.Append("<section class=\"sources\">\n<h3>").Append(Safe(ReportWords.Sources)).Append("</h3>\n");
        for (var i = 0; i < report.Sources.Count; i++)
            html.Append("<p>").Append(Safe(ReportCites.Source(report, i))).Append("</p>\n");
        if (ReportCites.Withheld(report) is { Length: > 0 } withheld)
            html.Append("<p>").Append(Safe(withheld)).Append("</p>\n");
        html.Append("</section>\n");
    }

    private static string Cites(Report report, IReadOnlyList<Guid> cites) =>
        ReportCites.Of(report, cites) is { Length: > 0 } numbers ? $" <sup>{Safe(numbers)}</sup>" : "";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
