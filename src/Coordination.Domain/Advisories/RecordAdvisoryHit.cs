using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

public sealed record RecordAdvisoryHit(AdvisoryHitRecorded Fact) : TpiAdvisoryCommand;

public static partial class TpiAdvisoryDecider
{
    public static Decision<TpiAdvisoryEvent> Decide(TpiAdvisory advisory, RecordAdvisoryHit command, Envelope envelope) => advisory switch
    {
        _ when CannotSpeak(advisory, command.Fact.Checkpoint, envelope) is { } refusal => refusal,
        _ when Input.Blank(("hitNumber", command.Fact.HitNumber)) is { } blank => blank,
        _ when advisory.FindHit(command.Fact.HitNumber) is { } known => known.Checkpoint == command.Fact.Checkpoint
            ? Unchanged.Value
            : TpiAdvisoryRefusals.HitExists,
        _ => command.Fact,
    };
}
