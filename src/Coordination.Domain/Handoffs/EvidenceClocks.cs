using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

/// <summary>An item that is not as it had been recorded: due at once, for every hand that it went through.</summary>
public static class EvidenceClocks
{
    public static StreamClock Clock { get; } = new StreamClock<Evidence>(EvidenceDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(Evidence evidence) => evidence.Mismatches.Select((found, number) => new Deadline(
        AlertCodes.Evidence, $"mismatch/{number + 1}", Severity.High, found.At, found.At,
        [.. evidence.Hands.Select(hand => Audiences.Unit(hand.Agency, hand.Unit)), Audiences.Agency(Agencies.TaskForce)],
        DeadlineFacts.Of(("item", evidence.Item!), ("unit", found.Unit), ("mismatch", string.Join(',', found.What))))
    {
        Case = evidence.Case, Place = evidence.Place,
    });
}
