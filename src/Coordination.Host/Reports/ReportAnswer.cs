using System.Globalization;
using System.Security.Cryptography;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Security.SecondFactor;
using Coordination.Projections.Reports;

namespace Coordination.Host.Reports;

/// <summary>A report as an answer: its bytes, the position they are of, and their hash, by which anybody can tell that a copy is the same.</summary>
internal static class ReportAnswer
{
    /// <summary>Bytes of a level for which a second factor is demanded do not leave without a recent one.</summary>
    public static bool NeedsStepUp(HttpContext http, Report report) => report.Marking.Level >= Level.R && !StepUp.IsFresh(http);

    public static IResult Of(HttpContext http, Report report, byte[] bytes, ReportFormat format, string name)
    {
        http.Response.Headers[ReadTerms.LogPosition] = report.Position.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";
        if (format == ReportFormat.Html)
            http.Response.Headers.ContentSecurityPolicy = HtmlReport.ContentPolicy;
        return format == ReportFormat.Docx
            ? TypedResults.Bytes(bytes, format.MediaType(), name + ".docx")
            : TypedResults.Bytes(bytes, format.MediaType());
    }
}
