using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Outreach;

/// <summary>A question to a village, and what it answered.</summary>
public sealed record VillageVerification
{
    public static VillageVerification None { get; } = new();

    public VillageVerificationRequested? Request { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    public string Agency { get; private init; } = "";

    public string Unit { get; private init; } = "";

    public VillageVerificationAnswered? Answer { get; private init; }

    /// <summary>Who asked and who is asked, as reader groups.</summary>
    public IEnumerable<string> Readers => Request is { } request
        ? [Audiences.Unit(Agency, Unit), Audiences.Unit(request.ToAgency, request.ToUnit)]
        : [];

    public static VillageVerification Evolve(VillageVerification verification, VillageVerificationEvent happened, Envelope envelope) => happened switch
    {
        VillageVerificationRequested e => verification with
        {
            Request = e, AskedAt = envelope.OccurredAt, Agency = envelope.By.Agency, Unit = envelope.By.Unit,
        },
        VillageVerificationAnswered e => verification with { Answer = e },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a village verification."),
    };
}
