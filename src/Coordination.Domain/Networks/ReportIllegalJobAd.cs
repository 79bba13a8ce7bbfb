using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record ReportIllegalJobAd(IllegalJobAdReported Fact) : JobAdCommand;

public static partial class JobAdDecider
{
    public static Decision<JobAdEvent> Decide(JobAd ad, ReportIllegalJobAd command) => ad switch
    {
        _ when !IsHash(command.Fact.UrlSha256) => JobAdRefusals.BadHash,
        { Report: { } before } => before.UrlSha256.Equals(command.Fact.UrlSha256, StringComparison.OrdinalIgnoreCase)
            ? Unchanged.Value
            : JobAdRefusals.Exists,
        _ when Input.Blank(("platform", command.Fact.Platform), ("summary", command.Fact.Summary)) is { } blank => blank,
        _ => command.Fact with { UrlSha256 = command.Fact.UrlSha256.ToLowerInvariant() },
    };
}
