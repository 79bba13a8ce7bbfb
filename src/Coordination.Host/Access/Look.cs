using Coordination.Domain.Kernel;

namespace Coordination.Host.Access;

/// <summary>One look of an officer at something: what the access log remembers.</summary>
/// <param name="Action">Stable code, such as <c>timeline_read</c>, <c>identity_revealed</c>, <c>report_exported</c>.</param>
/// <param name="Purpose">Code of what it was for; <see cref="Casework"/> unless the officer had to say.</param>
/// <param name="Target"><c>case:GUID</c>, <c>handoff:GUID</c>, <c>intelligence:GUID</c>, <c>alert:GUID</c>, <c>person:GUID</c>, the stored type of another thing and its id, or <c>search</c>.</param>
/// <param name="Persons">References of all persons that it showed.</param>
/// <param name="UpTo">Log position up to which things were shown; null = wherever the log stands.</param>
public sealed record Look(Officer By, string Action, string Purpose, string Target, IReadOnlyList<Guid> Persons, long? UpTo = null)
{
    public const string Casework = "casework";

    /// <summary>
    /// Changes when what is shown changes (a version). With it or with <see cref="UpTo"/>, looking again at the same thing within ten minutes needs
    /// no further entry; with neither, every look is recorded by itself.
    /// </summary>
    public string? Seen { get; init; }

    /// <summary>How far the views were when it began, where it shows what they hold; asks for no entry of its own.</summary>
    public long? ViewsAt { get; init; }

    /// <summary>
    /// Place in the log that is recorded. An old page that is read today is judged by what holds today: what was taken back since is not on it, and nobody
    /// need give back what it does not show.
    /// </summary>
    public long? ReadAt => UpTo is { } upTo && ViewsAt is { } views ? Math.Max(upTo, views) : UpTo ?? ViewsAt;

    /// <summary>The case that it was for, when the target is another thing.</summary>
    public Guid? Case { get; init; }

    /// <summary>Names of fields that were revealed or searched by; never values.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>How a thing is named as a target. Stored: recalls find by it who looked.</summary>
    public static string TargetOf(string streamType, Guid id) => streamType switch
    {
        "intelligence_report" => $"intelligence:{id}",
        "joint_operation" => $"operation:{id}",
        _ => $"{streamType}:{id}",
    };
}

/// <summary>Remembers looks before what they show leaves the Host (OWASP ASVS 5.0 16.5.3: without the record, no bytes).</summary>
public interface IAccessLog
{
    /// <summary>Returns after the entry is committed, or at once when an entry of the last minutes covers it.</summary>
    /// <exception cref="AccessLogUnavailableException">It could not be recorded: nothing may be shown.</exception>
    Task Record(Look look, CancellationToken ct);
}

/// <summary>A look could not be recorded; what it would have shown must not leave.</summary>
public sealed class AccessLogUnavailableException(Exception inner) : Exception("The access log cannot be written.", inner);
