using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

/// <summary>One traveller at one checkpoint: what was asked, and whether the departure was deferred.</summary>
public sealed record DepartureScreening
{
    public static DepartureScreening None { get; } = new();

    public bool IsOpen { get; private init; }

    public PersonRef? Traveller { get; private init; }

    public string Agency { get; private init; } = "";

    public string Unit { get; private init; } = "";

    public bool IsReferred => ReferredAt is not null;

    /// <summary>When the counter sent the traveller on: two clocks begin here.</summary>
    public DateTimeOffset? ReferredAt { get; private init; }

    public SecondaryInspectionConducted? LastInspection { get; private init; }

    public VictimIndicatorScreened? LastScreening { get; private init; }

    public DepartureDeferred? Deferral { get; private init; }

    public DateTimeOffset? DeferredAt { get; private init; }

    public bool IsOverturned { get; private init; }

    public DepartureRecorded? Departure { get; private init; }

    public PassportWithdrawn? Withdrawal { get; private init; }

    /// <summary>The way home, as last told.</summary>
    public OriginReturnFacilitated? OriginReturn { get; private init; }

    /// <summary>
    /// What the counter's referral and the deferral set going. The first inspection, screening and way home count: those that follow answer to
    /// something else. What nobody did ends with the departure, or where the deferral falls.
    /// </summary>
    public IEnumerable<StepTime> StepTimes => Steps().Where(step => step.DoneAt is not null || !IsOver);

    /// <summary>The local government that receives the traveller, as reader group.</summary>
    public IEnumerable<string> Readers => OriginReturn is { } home ? [Audiences.Unit(home.ToAgency, home.ToUnit)] : [];

    /// <summary>The traveller may not leave on this day.</summary>
    public bool HoldsOn(DateOnly day) =>
        Deferral is { } deferral && !IsOverturned && (deferral.ValidUntil is not { } until || day <= until);

    private DateTimeOffset? InspectedAt { get; init; }

    private DateTimeOffset? ScreenedAt { get; init; }

    private DateTimeOffset? ReturnedAt { get; init; }

    private bool IsOver => IsOverturned || Departure is not null;

    private IEnumerable<StepTime> Steps()
    {
        if (ReferredAt is { } referred)
        {
            yield return new(TimedStep.SecondaryInspection, referred, referred + ServiceLevels.SecondaryInspection, InspectedAt);
            yield return new(TimedStep.VictimScreening, referred, referred + ServiceLevels.IndicatorScreening, ScreenedAt);
        }

        // Not everybody who is deferred is brought home: it is measured where it was done.
        if (DeferredAt is { } deferred && ReturnedAt is { } home)
            yield return new(TimedStep.OriginReturn, deferred, deferred + ServiceLevels.OriginReturn, home);
    }

    public static DepartureScreening Evolve(DepartureScreening encounter, DepartureScreeningEvent happened, Envelope envelope)
    {
        var known = encounter.IsOpen
            ? encounter
            : encounter with { IsOpen = true, Traveller = happened.Traveller, Agency = envelope.By.Agency, Unit = envelope.By.Unit };
        return happened switch
        {
            TravellerReferredToSecondary => known with { ReferredAt = envelope.OccurredAt },
            SecondaryInspectionConducted e => known with { LastInspection = e, InspectedAt = known.InspectedAt ?? envelope.OccurredAt },
            VictimIndicatorScreened e => known with { LastScreening = e, ScreenedAt = known.ScreenedAt ?? envelope.OccurredAt },
            DepartureDeferred e => known with { Deferral = e, DeferredAt = envelope.OccurredAt },
            DepartureDeferralOverturned => known with { IsOverturned = true },
            DepartureRecorded e => known with { Departure = e },
            PassportWithdrawn e => known with { Withdrawal = e },
            OriginReturnFacilitated e => known with { OriginReturn = e, ReturnedAt = known.ReturnedAt ?? envelope.OccurredAt },
            _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a departure screening."),
        };
    }
}
