namespace Coordination.EventStore;

public enum WaitOutcome
{
    Reached,

    /// <summary>The limit passed first. <see cref="Waited.Error"/> says what a shard is struggling with, if anything.</summary>
    TimedOut,

    /// <summary>A shard has stopped before the position and will not go on by itself.</summary>
    Failed,
}

/// <summary>Answer of <see cref="ProjectionDaemon.WaitFor"/>.</summary>
public sealed record Waited(WaitOutcome Outcome, string? Projection = null, string? Error = null)
{
    public bool Reached => Outcome == WaitOutcome.Reached;
}
