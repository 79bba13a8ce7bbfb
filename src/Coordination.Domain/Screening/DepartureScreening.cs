using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

/// <summary>One traveller at one checkpoint: what was asked, and whether the departure was deferred.</summary>
public sealed record DepartureScreening
{
    public static DepartureScreening None { get; } = new();

    public bool IsOpen { get; private init; }

    public PersonRef? Traveller { get; private init; }

    public string Agency { get; private init; } = "";

    public string Unit { get; private init; } = "";

    public bool IsReferred { get; private init; }

    public SecondaryInspectionConducted? LastInspection { get; private init; }

    public VictimIndicatorScreened? LastScreening { get; private init; }

    public DepartureDeferred? Deferral { get; private init; }

    public bool IsOverturned { get; private init; }

    public DepartureRecorded? Departure { get; private init; }

    public PassportWithdrawn? Withdrawal { get; private init; }

    /// <summary>The way home, as last told.</summary>
    public OriginReturnFacilitated? OriginReturn { get; private init; }

    /// <summary>The local government that receives the traveller, as reader group.</summary>
    public IEnumerable<string> Readers => OriginReturn is { } home ? [Audiences.Unit(home.ToAgency, home.ToUnit)] : [];

    /// <summary>The traveller may not leave on this day.</summary>
    public bool HoldsOn(DateOnly day) =>
        Deferral is { } deferral && !IsOverturned && (deferral.ValidUntil is not { } until || day <= until);

    public static DepartureScreening Evolve(DepartureScreening encounter, DepartureScreeningEvent happened, Envelope envelope)
    {
        var known = encounter.IsOpen
            ? encounter
            : encounter with { IsOpen = true, Traveller = happened.Traveller, Agency = envelope.By.Agency, Unit = envelope.By.Unit };
        return happened switch
        {
            TravellerReferredToSecondary => known with { IsReferred = true },
            SecondaryInspectionConducted e => known with { LastInspection = e },
            VictimIndicatorScreened e => known with { LastScreening = e },
            DepartureDeferred e => known with { Deferral = e },
            DepartureDeferralOverturned => known with { IsOverturned = true },
            DepartureRecorded e => known with { Departure = e },
            PassportWithdrawn e => known with { Withdrawal = e },
            OriginReturnFacilitated e => known with { OriginReturn = e },
            _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a departure screening."),
        };
    }
}
