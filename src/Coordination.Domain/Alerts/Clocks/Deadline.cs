using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts.Clocks;

/// <summary>
/// A moment at which an alert is due unless an event comes first. A notice ahead of time (T-3) is a deadline of its own, as is each graver step after it.
/// </summary>
/// <param name="Code">Code of the alert, such as <c>A-SPDP</c>.</param>
/// <param name="Step">Names the deadline within its stream, such as <c>notice/t-2</c>: the same step of the same stream raises one alert, however often it is computed.</param>
/// <param name="Since">When this clock began to run; the event that set it going is among the evidence.</param>
/// <param name="Due">When the alert is raised.</param>
/// <param name="Recipients">Reader groups that the alert is for, as far as the markings of its evidence allow.</param>
/// <param name="Facts">Numbers and codes for the sentence; never a value that identifies a person.</param>
public sealed record Deadline(
    string Code, string Step, Severity Severity, DateTimeOffset Since, DateTimeOffset Due, IReadOnlyList<string> Recipients,
    IReadOnlyDictionary<string, string> Facts)
{
    public IReadOnlyList<PersonRef> Subjects { get; init; } = [];

    /// <summary>The case it belongs to, where the stream says so.</summary>
    public CaseId? Case { get; init; }

    public string? Place { get; init; }
}
