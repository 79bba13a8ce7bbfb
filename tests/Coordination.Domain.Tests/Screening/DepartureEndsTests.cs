using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Screening;

/// <summary>How an encounter at a checkpoint ends: a departure, a passport withdrawn, a way home.</summary>
public sealed class DepartureEndsTests
{
    private static readonly TravellerReferredToSecondary Referred = new(Teratai, [ReferralReason.OneWayTicket], TransportMode.Sea, "KH");
    private static readonly DepartureDeferred Deferred = new([DeferralReason.SuspectedVictim], "BAP/017");
    private static readonly DepartureRecorded Left = new(Teratai, "TPI-HARBOUR-BAY", TransportMode.Sea, "SG", DepartureClearance.None);
    private static readonly PassportWithdrawn Withdrawn = new("TT/009", WithdrawalGround.DepartureDeferred);
    private static readonly OriginReturnFacilitated Home = new(["21.71", "53.21"], "PEMDA-KAB", "PEMDA-MALAKA", 2_750_000);

    private static Story<DepartureScreening, DepartureScreeningEvent, DepartureScreeningCommand> Nothing =>
        Story.Of(DepartureScreeningDecider.Kind);

    private static Story<DepartureScreening, DepartureScreeningEvent, DepartureScreeningCommand> Held =>
        Nothing.Given(Batam, Monday, Referred, Deferred);

    [Fact]
    public void A_departure_that_the_border_saw_needs_no_encounter_before_it() => Nothing.When(Batam, Monday, Left).Then(Left);

    [Fact]
    public void Who_left_despite_a_deferral_left()
    {
        var story = Held.When(Sekupang, Tuesday, Left with { Traveller = null }).Then(Left);
        story.State.HoldsOn(MondaysDate).ShouldBeTrue("that the deferral held is what makes it a leak");
    }

    [Fact]
    public void A_departure_names_traveller_checkpoint_and_destination()
    {
        Nothing.When(Batam, Monday, Left with { Traveller = null }).ThenRefused(DepartureScreeningRefusals.TravellerMissing);
        Nothing.When(Batam, Monday, Left with { Destination = "" }).ThenRefused(InputRefusals.Blank, "destination");
        Nothing.When(Batam, Monday, Left with { Checkpoint = "21.71" }).ThenRefused(ReferenceRefusals.UnknownPlace, "checkpoint");
        Held.When(Kupang, Monday, Left).ThenRefused(DepartureScreeningRefusals.OtherOffice);
        Held.When(Batam, Monday, Left with { Traveller = Bakung }).ThenRefused(DepartureScreeningRefusals.OtherTraveller);
    }

    [Fact]
    public void One_encounter_ends_in_one_departure() =>
        Nothing.Given(Batam, Monday, Left).When(Batam, Tuesday, Left with { Destination = "MY" }).ThenRefused(DepartureScreeningRefusals.AlreadyDeparted);

    [Fact]
    public void A_passport_is_withdrawn_against_a_receipt()
    {
        Held.When(Batam, Tuesday, Withdrawn).Then(Withdrawn with { Traveller = Teratai });
        Nothing.When(Atambua, Tuesday, Withdrawn with { Traveller = Bakung }).Then(Withdrawn with { Traveller = Bakung });
        Held.When(Batam, Tuesday, Withdrawn with { ReceiptNumber = "" }).ThenRefused(InputRefusals.Blank, "receiptNumber");
        Held.When(Kupang, Tuesday, Withdrawn).ThenRefused(DepartureScreeningRefusals.OtherOffice);
        Held.Given(Batam, Monday, Withdrawn).When(Batam, Tuesday, Withdrawn with { ReceiptNumber = "TT/010" })
            .ThenRefused(DepartureScreeningRefusals.AlreadyWithdrawn);
    }

    [Fact]
    public void Protection_brings_the_traveller_home_and_the_local_government_reads_it()
    {
        var story = Held.When(Kepri, Tuesday, Home).Then(Home with { Traveller = Teratai });
        DepartureScreeningDecider.Kind.Readers(story.State).ShouldBe(["unit:PEMDA-KAB/PEMDA-MALAKA"]);
        DepartureScreeningDecider.Kind.Readers(Held.State).ShouldBeEmpty();
    }

    [Fact]
    public void A_way_home_that_changed_is_told_anew()
    {
        var changed = Home with { Route = ["21.71", "53.71", "53.21"] };
        Held.Given(Kepri, Monday, Home with { Traveller = Teratai }).When(Kepri, Tuesday, changed).Then(changed with { Traveller = Teratai });
    }

    [Fact]
    public void A_way_home_leads_over_places_to_a_local_government()
    {
        Held.When(Kepri, Tuesday, Home with { Route = [] }).ThenRefused(InputRefusals.Empty, "route");
        Held.When(Kepri, Tuesday, Home with { Route = ["99"] }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Held.When(Kepri, Tuesday, Home with { ToUnit = "PEMDA-BULAN" }).ThenRefused(ReferenceRefusals.UnknownUnit);
        Held.When(Kepri, Tuesday, Home with { ToAgency = "POLRI", ToUnit = "POLDA-NTT" }).ThenRefused(DepartureScreeningRefusals.NotLocalGovernment);
        Held.When(Kepri, Tuesday, Home with { Cost = -1 }).ThenRefused(ScreeningRefusals.OutOfRange, "cost");
    }

    [Fact]
    public void Who_only_protects_says_nothing_about_an_encounter_that_there_is_not() =>
        Nothing.When(Kepri, Tuesday, Home).ThenRefused(DepartureScreeningRefusals.Unknown);

    [Fact]
    public void A_referral_with_an_impossible_number_or_place_is_not_taken()
    {
        Nothing.When(Batam, Monday, Referred with { Domicile = "00" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Nothing.When(Batam, Monday, Referred with { Age = -1 }).ThenRefused(ScreeningRefusals.OutOfRange, "age");
        Nothing.When(Batam, Monday, Referred with { Party = new(0) }).ThenRefused(ScreeningRefusals.OutOfRange, "party.size");
        Held.When(Kepri, Monday, new VictimIndicatorScreened([VictimIndicator.PaidByOther], false, ScreeningResult.Indication, Score: -1))
            .ThenRefused(ScreeningRefusals.OutOfRange, "score");
        Held.When(Batam, Monday, new SecondaryInspectionConducted("Singkat.", [], Marriage: new(AgeGapYears: -1)))
            .ThenRefused(ScreeningRefusals.OutOfRange, "marriage.ageGapYears");
    }

    [Fact]
    public void Everybody_whom_a_referral_names_is_found_by_it() =>
        (Referred with { Escort = Gagak, Party = new(5, Leader: Gagak), Marriage = new(Matchmaker: Bakung) }).Persons().ShouldBe([Teratai, Gagak, Bakung]);
}
