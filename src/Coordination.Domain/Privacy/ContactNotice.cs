using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>Who was told that somebody asked, and who has taken it up.</summary>
public sealed record ContactNotice
{
    public static ContactNotice None { get; } = new();

    public ContactNoticed? Noticed { get; private init; }

    /// <summary>Agencies that have taken it up.</summary>
    public ImmutableHashSet<string> Acknowledged { get; private init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    public bool WasTold(string agency) => Noticed?.Told.Any(desk => desk.Agency == agency) is true;

    public static ContactNotice Evolve(ContactNotice notice, ContactNoticeEvent happened, Envelope envelope) => happened switch
    {
        ContactNoticed e => notice with { Noticed = e },
        ContactNoticeAcknowledged => notice with { Acknowledged = notice.Acknowledged.Add(envelope.By.Agency) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a notice."),
    };
}
