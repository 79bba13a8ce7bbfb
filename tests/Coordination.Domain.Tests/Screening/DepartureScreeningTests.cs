using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Screening;

public sealed class DepartureScreeningTests
{
    private static readonly TravellerReferredToSecondary Referred = new(Teratai, [ReferralReason.OneWayTicket], TransportMode.Sea, "KH");
    private static readonly SecondaryInspectionConducted Inspected = new("Tiket dibayar orang lain.", [WarningSign.TicketPaidByOther]);
    private static readonly VictimIndicatorScreened Screened =
        new([VictimIndicator.PaidByOther], IsChild: false, ScreeningResult.Indication);
    private static readonly DepartureDeferred Deferred =
        new([DeferralReason.SuspectedNonProceduralWork], "BAP/017", ValidUntil: MondaysDate.AddDays(14));
    private static readonly DepartureDeferralOverturned Overturned = new("Dokumen resmi diperlihatkan.");

    private static Story<DepartureScreening, DepartureScreeningEvent, DepartureScreeningCommand> Nothing =>
        Story.Of(DepartureScreeningDecider.Kind);

    private static Story<DepartureScreening, DepartureScreeningEvent, DepartureScreeningCommand> SecondLine =>
        Nothing.Given(Batam, Monday, Referred);

    private static Story<DepartureScreening, DepartureScreeningEvent, DepartureScreeningCommand> Held =>
        SecondLine.Given(Batam, Monday, Deferred);

    [Fact]
    public void A_traveller_is_referred_to_the_second_line() => Nothing.When(Batam, Monday, Referred).Then(Referred);

    [Fact]
    public void A_referral_names_traveller_reason_and_destination()
    {
        Nothing.When(Batam, Monday, Referred with { Traveller = null }).ThenRefused(DepartureScreeningRefusals.TravellerMissing);
        Nothing.When(Batam, Monday, Referred with { Reasons = [] }).ThenRefused(InputRefusals.Empty);
        Nothing.When(Batam, Monday, Referred with { Destination = "" }).ThenRefused(InputRefusals.Blank);
    }

    [Fact]
    public void An_encounter_is_with_one_person() =>
        SecondLine.When(Batam, Monday, Inspected with { Traveller = Bakung }).ThenRefused(DepartureScreeningRefusals.OtherTraveller);

    [Fact]
    public void Another_office_does_not_inspect() =>
        SecondLine.When(Kupang, Monday, Inspected).ThenRefused(DepartureScreeningRefusals.OtherOffice);

    [Fact]
    public void The_second_line_inspects() => SecondLine.When(Sekupang, Monday, Inspected).Then(Inspected with { Traveller = Teratai });

    [Fact]
    public void An_inspection_has_a_summary() =>
        SecondLine.When(Batam, Monday, Inspected with { Summary = "" }).ThenRefused(InputRefusals.Blank);

    [Fact]
    public void A_protector_of_another_agency_may_screen_for_victims() =>
        SecondLine.When(Kepri, Monday, Screened).Then(Screened with { Traveller = Teratai });

    [Fact]
    public void A_child_with_an_indicator_is_never_without_indication()
    {
        var none = Screened with { IsChild = true, Result = ScreeningResult.NoIndication };
        SecondLine.When(Batam, Monday, none).ThenRefused(DepartureScreeningRefusals.IndicatorsContradictResult);
        SecondLine.When(Batam, Monday, none with { IsChild = false }).Then(none with { IsChild = false, Traveller = Teratai });
    }

    [Fact]
    public void An_indication_names_an_indicator() =>
        SecondLine.When(Batam, Monday, Screened with { Indicators = [] })
            .ThenRefused(DepartureScreeningRefusals.IndicatorsContradictResult);

    [Fact]
    public void A_departure_is_deferred_until_a_day()
    {
        var story = SecondLine.When(Batam, Monday, Deferred).Then(Deferred with { Traveller = Teratai });
        story.State.HoldsOn(MondaysDate.AddDays(14)).ShouldBeTrue();
        story.State.HoldsOn(MondaysDate.AddDays(15)).ShouldBeFalse();
    }

    [Fact]
    public void A_departure_may_be_deferred_at_the_counter() =>
        Nothing.When(Batam, Monday, Deferred with { Traveller = Teratai }).Then(Deferred with { Traveller = Teratai });

    [Fact]
    public void A_deferral_has_a_reason_and_a_record()
    {
        SecondLine.When(Batam, Monday, Deferred with { Reasons = [] }).ThenRefused(InputRefusals.Empty);
        SecondLine.When(Batam, Monday, Deferred with { RecordNumber = "" }).ThenRefused(InputRefusals.Blank);
    }

    [Fact]
    public void A_deferral_does_not_end_before_it_begins() =>
        SecondLine.When(Batam, Tuesday, Deferred with { ValidUntil = MondaysDate }).ThenRefused(DepartureScreeningRefusals.ValidityInPast);

    [Fact]
    public void One_encounter_has_one_deferral() =>
        Held.When(Batam, Monday, Deferred with { RecordNumber = "BAP/018" }).ThenRefused(DepartureScreeningRefusals.AlreadyDeferred);

    [Fact]
    public void A_deferral_is_overturned()
    {
        var story = Held.When(Batam, Tuesday, Overturned).Then(Overturned with { Traveller = Teratai });
        story.State.HoldsOn(MondaysDate).ShouldBeFalse();
        story.When(Batam, Tuesday, Deferred with { RecordNumber = "BAP/018" }).ThenRefused(DepartureScreeningRefusals.Overturned);
    }

    [Fact]
    public void Only_a_deferral_that_holds_is_overturned()
    {
        SecondLine.When(Batam, Tuesday, Overturned).ThenRefused(DepartureScreeningRefusals.NotDeferred);
        Held.When(Batam, Monday.AddDays(20), Overturned).ThenRefused(DepartureScreeningRefusals.Lapsed);
        Held.When(Batam, Tuesday, Overturned with { Reason = "" }).ThenRefused(InputRefusals.Blank);
    }
}
