using Coordination.Host.Vault;
using Coordination.Projections.Reports;

namespace Coordination.Host.Reports;

/// <summary>Opens what people wrote, in the last step before a report is rendered: a document is compressed, so nothing could be opened in it later.</summary>
internal sealed class ReportTexts(Narratives narratives)
{
    private const char Between = '\u001e';

    public async Task<Report> Open(Report report, CancellationToken ct)
    {
        var opened = await narratives.Open(
            string.Join(Between, report.Texts()), text => text.Replace(Between.ToString(), "", StringComparison.Ordinal), ct);
        var texts = opened.Split(Between);
        var next = 0;
        return report.Map(_ => texts[next++]);
    }
}
