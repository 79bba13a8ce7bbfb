using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

/// <summary>A hold and whether it still stands.</summary>
public sealed record LegalHold
{
    public static LegalHold None { get; } = new();

    public LegalHoldPlaced? Placed { get; private init; }

    public string Agency { get; private init; } = "";

    /// <summary>Login of who placed it.</summary>
    public string PlacedBy { get; private init; } = "";

    public bool IsLifted { get; private init; }

    public static LegalHold Evolve(LegalHold hold, LegalHoldEvent happened, Envelope envelope) => happened switch
    {
        LegalHoldPlaced e => hold with { Placed = e, Agency = envelope.By.Agency, PlacedBy = envelope.By.Id },
        LegalHoldLifted => hold with { IsLifted = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a hold."),
    };
}

/// <summary>A hold that stands, as far as it blocks.</summary>
public sealed record StandingHold(PersonRef? Person, CaseId? Case);

/// <summary>The one check that stands before every erasure, whoever asks for it (UU 27/2022 Ps 44: not while a legal process needs the data).</summary>
public static class HoldCheck
{
    /// <param name="person">Whose identity is to be erased.</param>
    /// <param name="cases">Cases that the person is on.</param>
    /// <param name="holds">All holds that stand.</param>
    /// <returns>Null when nothing stands in the way.</returns>
    public static Refusal? Of(PersonRef person, IReadOnlyCollection<CaseId> cases, IEnumerable<StandingHold> holds) =>
        holds.Any(hold => hold.Person == person || (hold.Case is { } held && cases.Contains(held))) ? PrivacyRefusals.OnHold : null;
}
