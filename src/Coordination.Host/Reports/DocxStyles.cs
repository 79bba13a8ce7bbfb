using System.Globalization;
using System.Security;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Coordination.Host.Reports;

/// <summary>How a report looks as a document: official letter on A4.</summary>
internal static class DocxStyles
{
    private const string Font = "Times New Roman";

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font }, new FontSize { Val = "22" }, new Languages { Val = "id-ID" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "100", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Of("Normal", "Normal", isDefault: true), Of("Kop", "Kop", bold: true, centred: true, after: "0"),
        Of("Garis", "Garis kop", size: "8", after: "160", line: true), Of("Head", "Kepala surat", after: "0", tab: 1900),
        Of("Title", "Title", bold: true, size: "26", centred: true, before: "280", after: "40"), Of("Status", "Status", centred: true, after: "200"),
        Of("Heading1", "heading 1", bold: true, size: "24", before: "280", outline: 0), Of("Heading2", "heading 2", bold: true, before: "160", outline: 1),
        Of("Heading3", "heading 3", bold: true, before: "120", outline: 2), Of("Cell", "Sel", size: "16", after: "0"),
        Of("CellHead", "Kepala tabel", bold: true, size: "16", after: "0"), Of("Small", "Kecil", size: "15", after: "20"), Of("Gap", "Sela", size: "8", after: "0"));

    public static TableProperties Grid() => new(
        new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
        new TableBorders(
            Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>()),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(
            new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa }));

    public static SectionProperties Page(string header, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header }, new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906U, Height = 16838U },
        new PageMargin { Top = 1250, Bottom = 1130, Left = 1250U, Right = 1020U, Header = 560U, Footer = 500U, Gutter = 0U });

    /// <summary>Whose copy it is, slanted over every page.</summary>
    public static Header Watermark(string mark) => new(new Paragraph(new Run(new Picture(
        $"""
        <w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
        <v:shapetype id="t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="custom" o:connectlocs="0,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>
        <v:shape id="WatermarkReader" type="#t136" style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:54pt;rotation:325;z-index:-1;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f"><v:textpath style="font-family:&quot;{Font}&quot;;font-size:1pt" string="{SecurityElement.Escape(DocxText.Clean(mark))}"/></v:shape>
        </w:pict>
        """))));

    public static Footer Foot(string text) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = "Small" }),
        new Run(new Text(DocxText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new Text(" Halaman ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" }));

    private static T Edge<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4U, Space = 0U, Color = "555555" };

    private static Style Of(
        string id, string name, bool isDefault = false, bool bold = false, string? size = null, bool centred = false, string? before = null, string? after = null,
        int? outline = null, int? tab = null, bool line = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault)
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        style.Append(Paragraph(centred, before, after, outline, tab, line));
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        if (size is not null)
            run.Append(new FontSize { Val = size });
        style.Append(run);
        return style;
    }

    private static SpacingBetweenLines Spacing(string? before, string? after)
    {
        // A member that is set to nothing is written, and invalid.
        var spacing = new SpacingBetweenLines();
        if (before is not null)
            spacing.Before = before;
        if (after is not null)
            spacing.After = after;
        return spacing;
    }

    private static StyleParagraphProperties Paragraph(bool centred, string? before, string? after, int? outline, int? tab, bool line)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
            paragraph.Append(new KeepNext());
        if (line)
            paragraph.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Double, Size = 6U, Space = 1U, Color = "000000" }));
        if (tab is { } at)
            paragraph.Append(new Tabs(new TabStop { Val = TabStopValues.Left, Position = at }));
        if (before is not null || after is not null)
            paragraph.Append(Spacing(before, after));
        // What does not fit on one line goes on under the words and not under their label.
        if (tab is { } label)
            paragraph.Append(new Indentation { Left = (label + 130).ToString(CultureInfo.InvariantCulture), Hanging = (label + 130).ToString(CultureInfo.InvariantCulture) });
        if (centred)
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        if (outline is { } level)
            paragraph.Append(new OutlineLevel { Val = level });
        return paragraph;
    }
}
