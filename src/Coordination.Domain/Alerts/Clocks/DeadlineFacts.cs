using System.Globalization;

namespace Coordination.Domain.Alerts.Clocks;

/// <summary>Facts as the sentences of alerts read them.</summary>
public static class DeadlineFacts
{
    public static IReadOnlyDictionary<string, string> Of(params (string Name, string Value)[] facts) =>
        facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);

    /// <summary>A moment; the sentence says it in the reader's zone.</summary>
    public static string Say(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
