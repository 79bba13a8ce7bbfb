namespace Coordination.Domain.Reference;

/// <summary>Steps to which the flows give a time and no alert: what they took is measured and shown on the thing.</summary>
public enum TimedStep
{
    /// <summary>An application reaches the product from the feed of the office.</summary>
    Import,

    /// <summary>An interview is written down.</summary>
    Interview,

    DocumentVerification,

    /// <summary>A passport is deferred after the interview.</summary>
    Deferral,

    /// <summary>A deferred applicant is sent to who gives safe advice.</summary>
    Referral,

    SecondaryInspection,

    VictimScreening,

    /// <summary>A traveller whose departure was deferred is on the way home.</summary>
    OriginReturn,

    /// <summary>What was collected becomes a report.</summary>
    Filing,

    /// <summary>An operation that was started is concluded.</summary>
    Conclusion,
}

/// <summary>
/// What a step took against the time that the flows give it. A figure and no alert: nobody can hurry what is done already, and who waits at a
/// counter is seen there.
/// </summary>
/// <param name="Since">When its time began.</param>
/// <param name="Due">Until when it is in time.</param>
/// <param name="DoneAt">Null while it is waited for.</param>
public sealed record StepTime(TimedStep Step, DateTimeOffset Since, DateTimeOffset Due, DateTimeOffset? DoneAt = null)
{
    /// <summary>It was done, and too late. What is still open tells by its due.</summary>
    public bool IsLate => DoneAt > Due;
}

/// <summary>How soon the records of a field reached the product: written down offline, they are to arrive within two hours.</summary>
/// <param name="Late">How many took longer.</param>
/// <param name="SlowestMinutes">Of the one that took longest.</param>
public sealed record ArrivalTimes(int Records = 0, int Late = 0, long SlowestMinutes = 0)
{
    public ArrivalTimes With(DateTimeOffset happened, DateTimeOffset recorded, TimeSpan allowed)
    {
        var took = recorded > happened ? recorded - happened : TimeSpan.Zero;
        return new(Records + 1, Late + (took > allowed ? 1 : 0), Math.Max(SlowestMinutes, (long)took.TotalMinutes));
    }
}
