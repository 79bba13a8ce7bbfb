using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Outreach;

/// <summary>A question about a villager waits two days for its answer.</summary>
public static class VillageVerificationClocks
{
    public static StreamClock Clock { get; } = new StreamClock<VillageVerification>(VillageVerificationDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(VillageVerification verification)
    {
        if (verification is not { Request: { } request, Answer: null })
            yield break;
        var due = WorkingCalendar.EndOfDay(verification.AskedAt, ServiceLevels.VillageAnswerDays, request.Village);
        yield return new(
            AlertCodes.VillageLate, "answer", Severity.Medium, verification.AskedAt, due,
            [Audiences.Unit(verification.Agency, verification.Unit), Audiences.Unit(request.ToAgency, request.ToUnit)],
            DeadlineFacts.Of(("unit", request.ToUnit), ("due", DeadlineFacts.Say(due))))
        {
            Subjects = [request.Person], Case = request.Case, Place = request.Village,
        };
    }
}
