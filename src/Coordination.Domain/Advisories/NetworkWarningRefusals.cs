using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public static class NetworkWarningRefusals
{
    public static readonly Refusal Unknown = new("network_warning.unknown", "There is no such warning.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("network_warning.exists", "Another warning was issued here.");

    public static readonly Refusal PeriodReversed =
        new("network_warning.period_reversed", "The dates end before they begin.", RefusalKind.Invalid);

    public static readonly Refusal UnknownCheckpoint =
        new("network_warning.unknown_checkpoint", "There is no such checkpoint.", RefusalKind.Invalid);

    public static readonly Refusal NegativeCount =
        new("network_warning.negative_count", "Hits and misses are counted from nought.", RefusalKind.Invalid);
}
