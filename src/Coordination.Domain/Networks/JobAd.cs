using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>An illegal offer of work, from the report to its end.</summary>
public sealed record JobAd
{
    public static JobAd None { get; } = new();

    public IllegalJobAdReported? Report { get; private init; }

    public Officer? ReportedBy { get; private init; }

    public DateTimeOffset ReportedAt { get; private init; }

    public bool IsTakenDown { get; private init; }

    public static JobAd Evolve(JobAd ad, JobAdEvent happened, Envelope envelope) => happened switch
    {
        IllegalJobAdReported e => ad with { Report = e, ReportedBy = envelope.By, ReportedAt = envelope.OccurredAt },
        IllegalJobAdTakenDown => ad with { IsTakenDown = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a job advertisement."),
    };
}
