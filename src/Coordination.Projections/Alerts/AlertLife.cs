using Coordination.Domain.Alerts;

namespace Coordination.Projections.Alerts;

/// <summary>Where an alert stands, for readers: the domain's own fold, and what a list needs beside it.</summary>
/// <param name="Readers">Groups that it came to be for after it was raised: by escalation, or because it was given to them.</param>
internal sealed record AlertLife(Alert Alert, DateTimeOffset RaisedAt, DateTimeOffset ChangedAt, IReadOnlyList<string> Readers)
{
    private const long Step = 100_000_000_000_000_000;

    /// <summary>Sort key, the most urgent first: status, severity, then what escalates first; resolved ones the last changed
    /// first.</summary>
    public long Urgency => Alert.Status switch
    {
        AlertStatus.Raised => ((3 - (long)Alert.Severity) * Step) + Microseconds(Alert.EscalationDue ?? Alert.WaitsSince),
        AlertStatus.Resolved => (9 * Step) - Microseconds(ChangedAt),
        _ => ((7 - (long)Alert.Severity) * Step) + Microseconds(RaisedAt),
    };

    /// <param name="stream">The whole stream, beginning with the raising.</param>
    public static AlertLife Of(IReadOnlyList<Happened> stream)
    {
        var alert = stream.Aggregate(Alert.None, (alert, next) => Alert.Evolve(alert, (AlertEvent)next.Recorded.Body, next.Envelope));
        var first = ((AlertRaised)stream[0].Recorded.Body).Recipients;
        return new(
            alert, stream[0].Envelope.OccurredAt, stream[^1].Envelope.OccurredAt,
            [.. alert.Recipients.Except(first, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
