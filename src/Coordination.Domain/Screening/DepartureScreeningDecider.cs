using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Screening;

/// <summary>A wish about an encounter at a checkpoint; carries the fact that it asks to record.</summary>
public abstract record DepartureScreeningCommand;

public static partial class DepartureScreeningDecider
{
    private const string Immigration = "IMIGRASI";

    public static StreamKind<DepartureScreening, DepartureScreeningEvent, DepartureScreeningCommand> Kind { get; } =
        new("departure_screening", DepartureScreening.None, DepartureScreening.Evolve, Decide, CommandFor, encounter => Persona.Each(encounter.Traveller),
            encounter => encounter.Readers);

    public static Decision<DepartureScreeningEvent> Decide(
        DepartureScreening encounter, DepartureScreeningCommand command, Envelope envelope) => command switch
    {
        ReferTraveller c => Decide(encounter, c, envelope),
        InspectTraveller c => Decide(encounter, c, envelope),
        ScreenVictimIndicators c => Decide(encounter, c, envelope),
        DeferDeparture c => Decide(encounter, c, envelope),
        OverturnDepartureDeferral c => Decide(encounter, c, envelope),
        RecordDeparture c => Decide(encounter, c, envelope),
        WithdrawPassport c => Decide(encounter, c, envelope),
        FacilitateOriginReturn c => Decide(encounter, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static DepartureScreeningCommand CommandFor(DepartureScreeningEvent fact) => fact switch
    {
        TravellerReferredToSecondary e => new ReferTraveller(e),
        SecondaryInspectionConducted e => new InspectTraveller(e),
        VictimIndicatorScreened e => new ScreenVictimIndicators(e),
        DepartureDeferred e => new DeferDeparture(e),
        DepartureDeferralOverturned e => new OverturnDepartureDeferral(e),
        DepartureRecorded e => new RecordDeparture(e),
        PassportWithdrawn e => new WithdrawPassport(e),
        OriginReturnFacilitated e => new FacilitateOriginReturn(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>
    /// What stands against any fact on this encounter. Protectors of other agencies may screen and bring home; only the office itself does the rest.
    /// </summary>
    private static Refusal? Problem(DepartureScreening encounter, DepartureScreeningEvent fact, Officer by) => encounter switch
    {
        { IsOpen: false } when fact is OriginReturnFacilitated => DepartureScreeningRefusals.Unknown,
        { IsOpen: false } when fact.Traveller is not null => null,
        { IsOpen: false } => by.Agency == Immigration ? DepartureScreeningRefusals.TravellerMissing : DepartureScreeningRefusals.Unknown,
        _ when fact is not (VictimIndicatorScreened or OriginReturnFacilitated) && !IsOffice(encounter, by) => DepartureScreeningRefusals.OtherOffice,
        _ when fact.Traveller is { } traveller && traveller != encounter.Traveller => DepartureScreeningRefusals.OtherTraveller,
        _ => null,
    };

    private static bool IsOffice(DepartureScreening encounter, Officer by) =>
        by.Agency == encounter.Agency && Units.SameOffice(by.Agency, by.Unit, encounter.Unit);
}
