using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Alerts;

/// <summary>An alert that is to be raised: the whole body of its first event, and its marking.</summary>
/// <param name="AlertId">Named by rule, version, key and cycle: computing it again gives the same alert.</param>
/// <param name="Reapplied">For an application after an answer elsewhere: the fact that belongs on the application itself.</param>
public sealed record Signal(Guid AlertId, AlertRaised Alert, Marking Marking, ReappliedElsewhere? Reapplied = null)
{
    /// <summary>Kept beside the log, not in it, and rebuilt from it: it may change with the version.</summary>
    internal static JsonSerializerOptions Json { get; } = new(
        JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Guid IdOf(string rule, int version, string key, string cycle) =>
        DeterministicId.From($"alert/{rule}/{version}/{key}/{cycle}");
}

/// <param name="Application">Stream of the later application.</param>
public sealed record ReappliedElsewhere(
    Guid Application, PersonRef Applicant, Guid EarlierApplication, bool Refused, string EarlierUnit, DateTimeOffset EarlierAt);

/// <summary>An alert that nobody answered in time.</summary>
/// <param name="Version">Version of its stream that the clock belongs to: an answer in between makes the escalation void.</param>
public sealed record DueEscalation(
    Guid AlertId, long Version, int Level, Severity Severity, DateTimeOffset DueAt, Marking Marking, IReadOnlyList<PersonRef> Persons);
