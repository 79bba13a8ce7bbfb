using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Sharing;

public sealed record NarrowSharing(SharingNarrowed Fact) : SharingCommand
{
    public override SharingEvent Asked => Fact;
}

public static partial class SharingDecider
{
    /// <summary>The owner alone takes back, for any reason that it writes down. Each narrowing opens a recall.</summary>
    public static Decision<SharingEvent> Decide(ThingSharing sharing, NarrowSharing command, Envelope envelope)
    {
        var fact = command.Fact with
        {
            Keep = [.. command.Fact.Keep.Concat(command.Facts.Ends.Select(Recipient.Of)).DistinctBy(to => to.ToAudience(), StringComparer.Ordinal)],
        };
        return command switch
        {
            _ when NoReader(command) is { } unknown => unknown,
            _ when !IsOwner(command, envelope.By) => SharingRefusals.NotOwner,
            _ when Input.Blank(("reason", fact.Reason)) is { } blank => blank,
            _ when fact.Keep.Select(to => Units.Missing(to.Agency, to.Unit)).FirstOrDefault(no => no is not null) is { } unknown => unknown,
            _ when sharing.Within is [.., var last] && last.ToHashSet(StringComparer.Ordinal).SetEquals(ThingSharing.KeptBy(fact)) => Unchanged.Value,
            _ => fact with { Recall = sharing.Recalls.Count + 1 },
        };
    }

    private static IEnumerable<string> Groups(IEnumerable<Recipient> recipients) => recipients.Select(to => to.ToAudience());
}
