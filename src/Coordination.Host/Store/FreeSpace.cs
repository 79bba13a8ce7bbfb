using Coordination.Host.Http;
using Microsoft.AspNetCore.Authorization;

namespace Coordination.Host.Store;

/// <summary>
/// Stops taking changes while the disk of the embedded PostgreSQL still has room. A PostgreSQL that cannot write its log ends itself, and needs a
/// whole log segment free to start again: by then no operator can help it by deleting a few files.
/// </summary>
internal sealed class FreeSpace(HostSettings settings, ILogger<FreeSpace> log)
{
    private const long Floor = 512L * 1024 * 1024;
    private const long MostOfAShare = 4L * 1024 * 1024 * 1024;
    private const int Share = 20;
    private static readonly long Freshness = (long)TimeSpan.FromSeconds(1).TotalMilliseconds;

    private long _asked = long.MinValue;
    private volatile bool _isLow;

    /// <summary>Asks the disk at most once a second. Always false for a PostgreSQL elsewhere: its disk is not ours to see.</summary>
    public bool IsLow
    {
        get
        {
            var (now, asked) = (Environment.TickCount64, Interlocked.Read(ref _asked));
            if (settings.Disk is { } disk && now - Freshness >= asked && Interlocked.CompareExchange(ref _asked, now, asked) == asked)
                Look(new DriveInfo(disk));
            return _isLow;
        }
    }

    /// <summary>A twentieth of the disk, but never less than 512 MiB, nor more than 4 GiB.</summary>
    public static long LeastOf(long disk) => Math.Max(Floor, Math.Min(disk / Share, MostOfAShare));

    private void Look(DriveInfo disk)
    {
        var (free, least) = (disk.AvailableFreeSpace, settings.LeastFree ?? LeastOf(disk.TotalSize));
        if (free < least != _isLow)
        {
            log.LogWarning(
                "{Free} MiB are free in {Disk}, of at least {Least} MiB: changes are {Answer}", free >> 20, disk.Name, least >> 20, free < least ? "refused" : "taken again");
        }

        _isLow = free < least;
    }
}

internal static class FreeSpaceGuard
{
    /// <summary>Changes are refused with 507 while the disk is nearly full. Reading goes on, and so does signing in.</summary>
    public static IApplicationBuilder UseFreeSpace(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Changes(context) && context.RequestServices.GetRequiredService<FreeSpace>().IsLow)
            await Problem.Of(HttpRefusals.DiskFull).ExecuteAsync(context);
        else
            await next(context);
    });

    private static bool Changes(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
