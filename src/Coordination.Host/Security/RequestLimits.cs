using System.Threading.RateLimiting;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Vault;
using Microsoft.AspNetCore.RateLimiting;

namespace Coordination.Host.Security;

/// <summary>
/// How much one user and one agency may ask, of all Hosts together. A steady rate with a burst on top: an office that opens its list in the morning is no
/// attack. A batch of events is one request.
/// </summary>
public sealed record RequestLimits
{
    /// <summary>Requests per second of a person; 10 or more.</summary>
    public int User { get; init; } = 60;

    /// <summary>Requests that a person may make at once.</summary>
    public int UserBurst { get; init; } = 600;

    /// <summary>Requests per second of all persons and systems of an agency; 10 or more.</summary>
    public int Agency { get; init; } = 600;

    public int AgencyBurst { get; init; } = 6_000;

    /// <summary>Sign-ins per minute under one name, known or not.</summary>
    public int SignIns { get; init; } = 5;

    public int SignInBurst { get; init; } = 20;

    /// <summary>Identities that one user may ask to see per minute.</summary>
    public int Reveals { get; init; } = 10;

    /// <summary>Reports and exports that one Host makes at once; four times as many wait for their turn.</summary>
    public int Reports { get; init; } = 2;

    /// <summary>Questions per minute under one tracking code of a report, known or not.</summary>
    public int Trackings { get; init; } = 10;

    public int TrackingBurst { get; init; } = 20;

    /// <summary>Such questions per minute of everybody together: who asks has no name, and whence is not kept.</summary>
    public int AllTrackings { get; init; } = 1_200;

    /// <summary>The demo's few users stand for whole agencies and their systems.</summary>
    public static RequestLimits Demo { get; } = new()
    {
        User = 6_000, UserBurst = 60_000, Agency = 12_000, AgencyBurst = 120_000, SignIns = 600, SignInBurst = 6_000, Reveals = 600,
        Reports = 20, TrackingBurst = 600,
    };
}

/// <summary>The limits at work: <c>429</c> with <c>Retry-After</c> for who asks too much.</summary>
internal static class RequestLimiting
{
    /// <summary>Policy of what makes a whole file: it holds a core and memory for as long as it takes (OWASP ASVS 5.0, 15.2.2).</summary>
    public const string Reports = "reports";

    /// <summary>Holds an endpoint to the number of reports and exports at once.</summary>
    public static TBuilder LimitReports<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireRateLimiting(Reports).WithMetadata(
            new ProducesResponseTypeMetadata(
                StatusCodes.Status429TooManyRequests, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));

    public static void AddRequestLimits(this IServiceCollection services, RequestLimits limits)
    {
        var (users, agencies) = (new HostBuckets("user", limits.User, limits.UserBurst), new HostBuckets("agency", limits.Agency, limits.AgencyBurst));
        services.AddSingleton(limits);
        services.AddSingleton<SharedBuckets>();
        services.AddSingleton(users);
        services.AddSingleton(agencies);
        services.AddHostedService<BucketKeeper>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<RevealLimit>();
        services.AddSingleton<TrackingLimit>();
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => Of(UserOf(http), users)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => Of(Principals.OfficerOf(http.User)?.Agency, agencies)));
            options.AddConcurrencyLimiter(
                Reports, reports => (reports.PermitLimit, reports.QueueLimit) = (limits.Reports, limits.Reports * 4));
            options.OnRejected = Reject;
        });
    }

    // An agency's system is held to its agency's limit: it speaks for many people.
    private static string? UserOf(HttpContext http) =>
        Principals.OfficerOf(http.User) is { Role: not OfficerRole.SystemClient } officer ? officer.Id : null;

    private static RateLimitPartition<string> Of(string? key, HostBuckets buckets) =>
        key is null ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.Get(key, buckets.Of);

    private static async ValueTask Reject(OnRejectedContext context, CancellationToken ct)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        await Problem.Of(HttpRefusals.RateLimited with { RetryAfterSeconds = seconds }).ExecuteAsync(context.HttpContext);
    }
}

/// <summary>Identities that one user asks to see, on all Hosts together, whether by the API or on a page.</summary>
internal sealed class RevealLimit(RequestLimits limits, SharedBuckets shared)
{
    public Task<bool> Allows(Officer by, CancellationToken ct) =>
        shared.Take("reveal", by.Id, Math.Max(1, limits.Reveals) / 60d, Math.Max(1, limits.Reveals), ct);
}

/// <summary>Sign-ins per name, known or not, on all Hosts together; the same answer for both.</summary>
internal sealed class SignInLimit(RequestLimits limits, SharedBuckets shared, IndexKey key)
{
    // Keyed: what people type in place of a name may be a password.
    public Task<bool> Allows(string name, CancellationToken ct) => shared.Take(
        "sign-in", Convert.ToHexStringLower(key.Blind("try", name)), Math.Max(1, limits.SignIns) / 60d, Math.Max(1, limits.SignInBurst), ct);
}

/// <summary>Questions about reports by tracking code, on all Hosts together; the same answer for codes known and unknown.</summary>
internal sealed class TrackingLimit(RequestLimits limits, SharedBuckets shared, IndexKey key)
{
    // Keyed: a code opens what was answered to its holder.
    public async Task<bool> Allows(string code, CancellationToken ct) =>
        await shared.Take("tracking", Convert.ToHexStringLower(key.Blind("tracking", code)), Math.Max(1, limits.Trackings) / 60d, Math.Max(1, limits.TrackingBurst), ct)
        && await shared.Take("trackings", "all", Math.Max(1, limits.AllTrackings) / 60d, Math.Max(1, limits.AllTrackings), ct);
}
