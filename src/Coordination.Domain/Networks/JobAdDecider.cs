using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>A wish about an illegal job advertisement; carries the fact that it asks to record.</summary>
public abstract record JobAdCommand;

public static partial class JobAdDecider
{
    private const int Sha256Digits = 64;

    public static StreamKind<JobAd, JobAdEvent, JobAdCommand> Kind { get; } =
        new("job_ad", JobAd.None, JobAd.Evolve, Decide, CommandFor, readers: Readers);

    public static Decision<JobAdEvent> Decide(JobAd ad, JobAdCommand command, Envelope envelope) => command switch
    {
        ReportIllegalJobAd c => Decide(ad, c),
        TakeDownJobAd c => Decide(ad, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static JobAdCommand CommandFor(JobAdEvent fact) => fact switch
    {
        IllegalJobAdReported e => new ReportIllegalJobAd(e),
        IllegalJobAdTakenDown e => new TakeDownJobAd(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    private static IEnumerable<string> Readers(JobAd ad) => ad.ReportedBy is { } by
        ? [Audiences.Unit(by.Agency, by.Unit), Audiences.Agency(Agencies.DigitalAffairs)]
        : [];

    private static bool IsHash(string text) => text.Length == Sha256Digits && text.All(char.IsAsciiHexDigit);
}
