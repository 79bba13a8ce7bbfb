namespace Coordination.Domain.Handoffs;

public enum HandoffStatus
{
    None,
    Proposed,
    Dispatched,
    Received,
    Returned,
    Accepted,
    Declined,
    Withdrawn,
}

/// <summary>What is being waited for.</summary>
public enum HandoffStep
{
    /// <summary>The sender puts the file together and sends it.</summary>
    Dispatch,

    /// <summary>The receiving desk confirms that it arrived.</summary>
    Receipt,

    /// <summary>The receiving desk accepts, returns or declines.</summary>
    Decision,

    /// <summary>The sender supplies what was missing.</summary>
    Supplement,
}

public enum HandoffParty
{
    Sender,
    Receiver,
}

/// <summary>A stretch of time in which one party held the handoff.</summary>
/// <param name="Until">Null while it lasts.</param>
public sealed record HandoffStage(HandoffStep Step, DateTimeOffset Since, DateTimeOffset? Until = null)
{
    public HandoffParty HeldBy => Step is HandoffStep.Receipt or HandoffStep.Decision ? HandoffParty.Receiver : HandoffParty.Sender;

    public TimeSpan Elapsed(DateTimeOffset now)
    {
        var elapsed = (Until ?? now) - Since;
        return elapsed < TimeSpan.Zero ? TimeSpan.Zero : elapsed;
    }
}
