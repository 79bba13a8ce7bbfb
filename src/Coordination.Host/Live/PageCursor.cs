using Coordination.EventStore;

namespace Coordination.Host.Live;

/// <summary>
/// Where the views stood before this page asked them anything. Its live bar listens from there on, so that nothing falls between the page and the stream.
/// </summary>
public sealed class PageCursor(ProjectionDaemon daemon)
{
    /// <summary>As the stream's <c>after</c>; null while this node does not know.</summary>
    public string? Value { get; } = LiveCursor.Shown(daemon)?.ToString();
}
