using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

public sealed record OrderFieldCheck(FieldCheckOrdered Fact) : PassportApplicationCommand;

public static partial class PassportApplicationDecider
{
    public static Decision<PassportApplicationEvent> Decide(PassportApplication application, OrderFieldCheck command, Envelope envelope)
    {
        var fact = command.Fact with { Applicant = command.Fact.Applicant ?? application.Applicant };
        return application.Status switch
        {
            _ when Problem(application, fact, envelope.By) is { } problem => problem,
            _ when Input.Blank(("orderNumber", fact.OrderNumber)) is { } blank => blank,
            _ when fact.Place is { } place && Places.Missing(place) is { } unknown => unknown,
            _ when application.CheckUnder(fact.OrderNumber) is { } check =>
                check.Reason == fact.Reason ? Unchanged.Value : PassportApplicationRefusals.FieldCheckExists,
            PassportApplicationStatus.Refused => PassportApplicationRefusals.Refused,
            PassportApplicationStatus.Issued => PassportApplicationRefusals.Issued,
            _ => fact,
        };
    }
}
