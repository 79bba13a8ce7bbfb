namespace Coordination.Domain.Alerts;

/// <summary>How long an alert of each severity may stay unanswered, per level.</summary>
public static class AlertClock
{
    /// <summary>1 unit head, 2 province, 3 centre.</summary>
    public const int TopLevel = 3;

    /// <summary>Null for what only the digest shows.</summary>
    public static TimeSpan? Patience(Severity severity) => severity switch
    {
        Severity.Critical => TimeSpan.FromHours(1),
        Severity.High => TimeSpan.FromHours(4),
        Severity.Medium => TimeSpan.FromHours(24),
        _ => null,
    };
}
