using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record BrokerArea(string Place, AreaRole Role);

/// <summary>A broker, as far as the agencies know.</summary>
public sealed record BrokerProfile
{
    public static BrokerProfile None { get; } = new();

    public bool IsOpened { get; private init; }

    public bool IsClosed { get; private init; }

    public Guid? MergedInto { get; private init; }

    public PersonRef? Person { get; private init; }

    public CaseId? Case { get; private init; }

    /// <summary>Agency that opened it.</summary>
    public string Owner { get; private init; } = "";

    public IReadOnlyList<string> Aliases { get; private init; } = [];

    public IReadOnlyList<ContactRef> Contacts { get; private init; } = [];

    public IReadOnlyList<BrokerArea> Areas { get; private init; } = [];

    /// <summary>Profiles that this one goes on for.</summary>
    public IReadOnlyList<Guid> Merged { get; private init; } = [];

    /// <summary>Agencies that have told something of the broker; all of them read the whole.</summary>
    public IReadOnlyList<string> Contributors { get; private init; } = [];

    public static BrokerProfile Evolve(BrokerProfile profile, BrokerProfileEvent happened, Envelope envelope) => happened switch
    {
        BrokerProfileOpened e => profile.ToldBy(envelope) with
        {
            IsOpened = true, Owner = envelope.By.Agency, Person = e.Person, Case = e.Case, Aliases = [e.Alias],
        },
        AliasLinked e => profile.ToldBy(envelope) with { Aliases = [.. profile.Aliases, e.Alias] },
        ContactPointLinked e => profile.ToldBy(envelope) with { Contacts = [.. profile.Contacts, e.Contact] },
        AreaLinked e => profile.ToldBy(envelope) with { Areas = [.. profile.Areas, new(e.Place, e.Role)] },
        BrokerProfileMerged e => profile.ToldBy(envelope) with { Merged = [.. profile.Merged, .. e.Profiles], Person = e.Person ?? profile.Person },
        BrokerProfileClosed e => profile with { IsClosed = true, MergedInto = e.MergedInto },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a broker profile."),
    };

    private BrokerProfile ToldBy(Envelope envelope) =>
        Contributors.Contains(envelope.By.Agency, StringComparer.Ordinal) ? this : this with { Contributors = [.. Contributors, envelope.By.Agency] };
}
