using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Store;
using Coordination.Projections.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Coordination.Host.Access;

/// <summary>The access log, wired, and its report over HTTP.</summary>
internal static class AccessModule
{
    public static void AddAccessLog(this IServiceCollection services)
    {
        // Minutes of a person at a screen: the real clock, not that of the demo.
        services.AddSingleton<IAccessLog>(provider => new AccessLog(provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<DatabaseClock>()));
        services.AddScoped<Looks>();
        services.AddSingleton(provider => new AccessEntries(provider.GetRequiredKeyedService<NpgsqlDataSource>(StoreModule.Daemon)));
        services.AddSingleton<CasePersonQueries>();
        services.AddSingleton<AccessReport>();
    }

    public static void Map(RouteGroupBuilder api) => api.MapGet("access", Report)
        .RequireAuthorization(Permissions.Work)
        .WithName("getAccessReport").WithTags("Access")
        .WithSummary("Who looked at a person, or at a thing (target=case:ID, handoff:ID, intelligence:ID, alert:ID, or the type of another thing and its ID): for its owner and for agencies that protect.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<PageBody<AccessLine>>, Problem>> Report(
        CurrentOfficer officer, AccessReport report, IAccessLog log, CancellationToken ct, Guid? person = null, string? target = null, long? after = null,
        int? limit = null)
    {
        if (person is null == target is null)
            return Problem.Of(HttpRefusals.BadParameter.About("person", "target"));
        if (Paging.Read(null, limit, out _, out var rows) is { } wrong)
            return wrong;
        var before = after ?? long.MaxValue;
        var page = person is { } id
            ? await report.OfPerson(officer.Viewer, new PersonRef(id), before, rows, ct)
            : await report.OfTarget(officer.Viewer, target!, before, rows, ct);
        if (page is null)
            return Problem.Of(HttpRefusals.NotFound);
        // Who asks who looked is a look as well.
        await log.Record(new Look(officer.Value, "access_read", Look.Casework, target ?? $"person:{person}", person is { } one ? [one] : []), ct);
        return TypedResults.Ok(new PageBody<AccessLine>(page.Lines, page.Next?.ToString(CultureInfo.InvariantCulture), page.Withheld));
    }
}
