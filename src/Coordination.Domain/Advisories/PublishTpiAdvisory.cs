using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Advisories;

public sealed record PublishTpiAdvisory(TpiAdvisoryPublished Fact) : TpiAdvisoryCommand;

public static partial class TpiAdvisoryDecider
{
    public static Decision<TpiAdvisoryEvent> Decide(TpiAdvisory advisory, PublishTpiAdvisory command, Envelope envelope)
    {
        var fact = command.Fact;
        return advisory switch
        {
            { Publication: { } before } => before.AdvisoryNumber == fact.AdvisoryNumber ? Unchanged.Value : TpiAdvisoryRefusals.Exists,
            _ when Input.Blank(("advisoryNumber", fact.AdvisoryNumber), ("action", fact.Action)) is { } blank => blank,
            _ when Input.Empty("checkpoints", fact.Checkpoints) is { } empty => empty,
            _ when Input.Empty("indicators", fact.Indicators) is { } empty => empty,
            _ when fact.Checkpoints.Where(code => !Checkpoints.IsOpen(code, envelope.Day)).ToArray() is { Length: > 0 } strange =>
                TpiAdvisoryRefusals.UnknownCheckpoint with { Details = strange },
            _ when fact.ValidTo < envelope.Day => TpiAdvisoryRefusals.ValidityInPast,
            _ => fact with { Checkpoints = [.. fact.Checkpoints.Distinct(StringComparer.Ordinal)] },
        };
    }
}
