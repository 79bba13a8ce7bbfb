using System.Text.Encodings.Web;
using System.Text.Json;
using Coordination.Projections.Reports;

namespace Coordination.Host.Reports;

/// <summary>The report for a machine.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    public static byte[] Of(Report report, ReportReader reader)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("kind", report.Kind);
            json.WriteString("title", report.Title);
            json.WriteString("status", report.Status);
            json.WriteNumber("position", report.Position);
            json.WriteString("knownAt", report.KnownAt.UtcDateTime);
            json.WriteString("level", report.Marking.Level.ToString());
            Texts(json, "caveats", report.Marking.Caveats);
            json.WriteNumber("withheld", report.Withheld);
            json.WriteString("reader", reader.Mark);
            Texts(json, "letterhead", report.Letterhead);
            json.WriteStartArray("head");
            foreach (var line in report.Head)
                Line(json, line);
            json.WriteEndArray();
            Sections(json, "sections", report.Sections);
            Sources(json, report);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void Line(Utf8JsonWriter json, ReportLine line)
    {
        json.WriteStartObject();
        json.WriteString("label", line.Label);
        json.WriteString("text", line.Text);
        Cites(json, line.Cites);
        json.WriteEndObject();
    }

    private static void Sections(Utf8JsonWriter json, string name, IReadOnlyList<ReportSection> sections)
    {
        json.WriteStartArray(name);
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteString("heading", section.Heading);
            json.WriteStartArray("blocks");
            foreach (var block in section.Blocks)
                Block(json, block);
            json.WriteEndArray();
            Sections(json, "parts", section.Parts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Block(Utf8JsonWriter json, ReportBlock block)
    {
        json.WriteStartObject();
        if (block is ReportParagraph paragraph)
        {
            json.WriteString("text", paragraph.Text);
            Cites(json, paragraph.Cites);
        }
        else if (block is ReportTable table)
        {
            Texts(json, "columns", table.Columns);
            json.WriteStartArray("rows");
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                Texts(json, "cells", row.Cells);
                Cites(json, row.Cites);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Sources(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("sources");
        foreach (var source in report.Sources)
        {
            json.WriteStartObject();
            json.WriteString("event", source.Event);
            json.WriteNumber("position", source.Position);
            json.WriteString("recordedAt", source.RecordedAt.UtcDateTime);
            json.WriteString("told", source.Told);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Cites(Utf8JsonWriter json, IReadOnlyList<Guid> cites)
    {
        json.WriteStartArray("cites");
        foreach (var cited in cites)
            json.WriteStringValue(cited);
        json.WriteEndArray();
    }
}
