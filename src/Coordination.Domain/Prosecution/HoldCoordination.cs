using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

public sealed record HoldCoordination(CoordinationHeld Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    public static Decision<ProsecutionEvent> Decide(Matter matter, HoldCoordination command, Envelope envelope)
    {
        var fact = command.Fact;
        return matter switch
        {
            { Stage: MatterStage.None } => ProsecutionRefusals.NoReport,
            _ when !IsUnit(matter, envelope.By) && !IsPolice(envelope.By) => ProsecutionRefusals.OtherUnit,
            { Stage: MatterStage.Terminated } => CaseFileRefusals.Terminated,
            { MinutesNumber: { } number } => number == fact.MinutesNumber ? Unchanged.Value : ProsecutionRefusals.AlreadyHeld,
            _ when Input.Blank(("minutesNumber", fact.MinutesNumber), ("opinion", fact.Opinion)) is { } blank => blank,
            _ when fact.Agencies.Select(Agencies.Missing).FirstOrDefault(missing => missing is not null) is { } unknown => unknown,
            _ when !Sat(AgencyKind.Immigration) || !Sat(AgencyKind.Police) => ProsecutionRefusals.BothMustSit,
            _ when fact.Route == MatterRoute.Immigration && !IsPolice(envelope.By) => ProsecutionRefusals.RouteByPolice,
            _ => fact,
        };

        bool Sat(AgencyKind kind) => fact.Agencies.Any(agency => Agencies.Find(agency)?.Kind == kind);
    }
}
