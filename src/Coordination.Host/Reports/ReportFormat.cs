namespace Coordination.Host.Reports;

internal enum ReportFormat
{
    Html,
    Docx,
    Json,
}

/// <summary>Who a copy was made for: printed over every page, so that a copy that turns up elsewhere says whose it was.</summary>
internal sealed record ReportReader(string Login, string Unit)
{
    public string Mark => $"{Login} · {Unit}";
}

internal static class ReportFormats
{
    public static string MediaType(this ReportFormat format) => format switch
    {
        ReportFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ReportFormat.Json => "application/json; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };

    /// <summary>The bytes: a function of report, reader and format, the same on every Host.</summary>
    public static byte[] Render(this ReportFormat format, Projections.Reports.Report report, ReportReader reader) => format switch
    {
        ReportFormat.Docx => DocxReport.Of(report, reader),
        ReportFormat.Json => JsonReport.Of(report, reader),
        _ => HtmlReport.Of(report, reader),
    };
}
