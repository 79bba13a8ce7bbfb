namespace Coordination.Host.Reports;

/// <summary>Words that every report has.</summary>
internal static class ReportWords
{
    public const string Sources = "Rujukan peristiwa";
}
