using Coordination.Domain.Tips;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Tips;

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
    }
}
