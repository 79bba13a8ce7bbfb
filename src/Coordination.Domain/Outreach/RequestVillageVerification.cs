using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Outreach;

public sealed record RequestVillageVerification(VillageVerificationRequested Fact) : VillageVerificationCommand;

public static partial class VillageVerificationDecider
{
    public static Decision<VillageVerificationEvent> Decide(
        VillageVerification verification, RequestVillageVerification command, Envelope envelope)
    {
        var fact = command.Fact;
        return verification switch
        {
            { Request: { } request } => Input.SameBody(request, fact) ? Unchanged.Value : OutreachRefusals.VerificationExists,
            _ when Places.Missing(fact.Village) is { } nowhere => nowhere,
            _ when Units.Unreachable(envelope.RecordedAt, fact.ToAgency, fact.ToUnit) is { } unknown => unknown,
            _ when Agencies.Find(fact.ToAgency)!.Kind is not (AgencyKind.Village or AgencyKind.LocalGovernment) => OutreachRefusals.CannotAnswer,
            _ when Input.Empty("questions", fact.Questions) is { } empty => empty,
            _ => fact,
        };
    }
}
