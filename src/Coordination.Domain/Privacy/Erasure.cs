using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public enum ErasureStatus
{
    None,
    Requested,
    Refused,
    Approved,
    CarriedOut,
}

/// <summary>Where one erasure stands, and all that its certificate says.</summary>
public sealed record Erasure
{
    public static Erasure None { get; } = new();

    public ErasureStatus Status { get; private init; }

    public PersonRef Person { get; private init; }

    public ErasureGround Ground { get; private init; }

    /// <summary>Agency that asked, and decides.</summary>
    public string Agency { get; private init; } = "";

    public Officer? RequestedBy { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>Who approved or refused.</summary>
    public Officer? DecidedBy { get; private init; }

    public DateTimeOffset DecidedAt { get; private init; }

    /// <summary>Texts that go with the person because somebody said so.</summary>
    public IReadOnlyList<Guid> Chosen { get; private init; } = [];

    /// <summary>Who chose them, and does not decide on them.</summary>
    public Officer? ChosenBy { get; private init; }

    public ErasureCarriedOut? Done { get; private init; }

    public static Erasure Evolve(Erasure erasure, ErasureEvent happened, Envelope envelope) => happened switch
    {
        ErasureRequested e => erasure with
        {
            Status = ErasureStatus.Requested, Person = e.Person, Ground = e.Ground, Agency = envelope.By.Agency, RequestedBy = envelope.By,
            RequestedAt = envelope.RecordedAt,
        },
        ErasureNarrativesChosen e => erasure with { Chosen = e.Narratives, ChosenBy = envelope.By },
        ErasureRefused => erasure with { Status = ErasureStatus.Refused, DecidedBy = envelope.By, DecidedAt = envelope.RecordedAt },
        ErasureApproved => erasure with { Status = ErasureStatus.Approved, DecidedBy = envelope.By, DecidedAt = envelope.RecordedAt },
        ErasureCarriedOut e => erasure with { Status = ErasureStatus.CarriedOut, Done = e },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of an erasure."),
    };
}
