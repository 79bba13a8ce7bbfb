using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Security.SecondFactor;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Demo;

public sealed record DemoUser(string Username, string Agency, string Unit, OfficerRole Role);

public sealed record DemoCode(string Code);

public sealed record ClockReading(DateTimeOffset Now);

/// <summary>Exist in demo mode only.</summary>
internal static class DemoEndpoints
{
    private static readonly Refusal ClockRunsForward = new("demo.clock_runs_forward", "The demo's clock can only be set forward.");

    public static void Map(RouteGroupBuilder api)
    {
        var demo = api.MapGroup("demo").WithTags("Demo");
        demo.MapGet("users", Users).AllowAnonymous()
            .WithName("listDemoUsers").WithSummary("The users of the demo; their common password is printed at start.");
        demo.MapGet("clock", (TimeProvider clock) => TypedResults.Ok(new ClockReading(clock.GetUtcNow())))
            .WithName("getDemoClock").WithSummary("The demo's time.");
        demo.MapGet("step-up-code", Code)
            .WithName("getDemoStepUpCode").WithSummary("What your authenticator would show now: the demo's users have no telephone.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        demo.MapPut("clock", SetClock)
            .WithName("setDemoClock").WithSummary("Set the demo's time forward; answers when every deadline on the way has fallen.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Ok<DemoUser[]> Users() => TypedResults.Ok(
        DemoAccounts.All.Select(user => new DemoUser(user.Username, user.Agency, user.Unit, user.Role)).ToArray());

    private static async Task<Results<Ok<DemoCode>, Problem>> Code(CurrentOfficer officer, SecondFactors factors, CancellationToken ct) =>
        await factors.DemoCode(officer.Value.Id, ct) is { } code ? TypedResults.Ok(new DemoCode(code)) : Problem.Of(HttpRefusals.NotFound);

    private static async Task<Results<Ok<ClockReading>, Problem>> SetClock(ClockReading wanted, TimeProvider clock, DueNow due, CancellationToken ct)
    {
        if (clock is not DemoClock demo || !demo.TrySet(wanted.Now))
            return Problem.Of(ClockRunsForward);
        await due.Settle(ct);
        return TypedResults.Ok(new ClockReading(demo.GetUtcNow()));
    }
}
