using Coordination.Domain.Tips;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Tips;

/// <param name="Code">The tracking code, with or without its dashes.</param>
public sealed record TipQuestion(string Code);

/// <summary>What the public tells, over HTTP.</summary>
internal static class TipsModule
{
    public static void Map(RouteGroupBuilder api)
    {
        var tips = api.MapGroup("tips").WithTags("Tips").RequireAuthorization(Permissions.Work);
        tips.MapNewFact<TipReceived>("", "receiveTip", "Take a report of the public down; without a tracking code it is given one.");
        tips.MapFact<TipTriaged>("PUT", "{id:guid}/triage", "triageTip", "Say what kind of report it is and how pressing.");
        tips.MapFact<TipAssigned>("PUT", "{id:guid}/assignment", "assignTip", "Give it to the unit that looks into it.");
        tips.MapFact<TipVerified>("PUT", "{id:guid}/verification", "verifyTip", "Say that it is borne out, and by what.");
        tips.MapFact<TipUnsubstantiated>("PUT", "{id:guid}/dismissal", "findTipUnsubstantiated", "Say that nothing bears it out.");
        tips.MapFact<TipConverted>("POST", "{id:guid}/conversions", "convertTip", "Name the report, complaint, case or profile that it led to.");
        tips.MapFact<ReporterInformed>("PUT", "{id:guid}/feedback", "informReporter", "Record which fixed text the reporter was given.");
        // In the body and not in the address: addresses are kept by browsers, proxies and logs.
        api.MapPost("tips/progress", Progress).AllowAnonymous().WithTags("Tips")
            .WithName("trackTip").WithSummary("How far a report has come, for who holds its tracking code: days and nothing else. An unknown code answers with the same shape.")
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    public static void AddTips(this IServiceCollection services) => services.AddSingleton(provider => new TipQuestions(
        provider.GetRequiredService<TrackingLimit>(), provider.GetRequiredService<TrackedTips>()));

    private static async Task<Results<Ok<TipProgress>, Problem>> Progress(TipQuestion question, TipQuestions tips, CancellationToken ct) =>
        await tips.Ask(question.Code, ct) is { } progress ? TypedResults.Ok(progress) : Problem.Of(HttpRefusals.TooManyTries);
}
