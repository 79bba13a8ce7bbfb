using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Outreach;

public sealed record AnswerVillageVerification(VillageVerificationAnswered Fact) : VillageVerificationCommand;

public static partial class VillageVerificationDecider
{
    /// <summary>The village may learn more and answer again; the last answer counts.</summary>
    public static Decision<VillageVerificationEvent> Decide(
        VillageVerification verification, AnswerVillageVerification command, Envelope envelope)
    {
        var fact = command.Fact;
        return verification switch
        {
            { Request: null } => OutreachRefusals.VerificationUnknown,
            { Request: { } request } when envelope.By.Agency != request.ToAgency
                || !Units.SameOffice(request.ToAgency, envelope.By.Unit, request.ToUnit) => OutreachRefusals.NotAddressee,
            _ when fact is { IsResident: null, FamilyPermits: null, BrokerInvolved: null } && string.IsNullOrWhiteSpace(fact.Note) =>
                OutreachRefusals.NothingAnswered,
            { Answer: { } answer } when answer == fact => Unchanged.Value,
            _ => fact,
        };
    }
}
