using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Privacy;

public sealed class LegalHoldTests
{
    private static readonly CaseId Case = new(Stream(1));
    private static readonly LegalHoldPlaced OnGagak = new(HoldGround.Investigation, "LP/1/I/2026", Person: Gagak);
    private static readonly LegalHoldPlaced OnCase = new(HoldGround.CourtOrder, "PN/2/2026", Case: Case);
    private static readonly LegalHoldLifted Lifted = new("Putusan berkekuatan hukum tetap.");

    private static Story<LegalHold, LegalHoldEvent, LegalHoldCommand> Nothing => Story.Of(LegalHoldDecider.Kind);

    [Fact]
    public void A_hold_is_placed_on_a_person_or_on_a_case()
    {
        Nothing.When(Barelang, Monday, OnGagak).Then(OnGagak);
        Nothing.When(Barelang, Monday, OnCase).Then(OnCase);
        Nothing.When(Barelang, Monday, OnGagak with { Case = Case }).ThenRefused(PrivacyRefusals.HoldTarget);
        Nothing.When(Barelang, Monday, OnGagak with { Person = null }).ThenRefused(PrivacyRefusals.HoldTarget);
    }

    [Fact]
    public void A_hold_names_its_paper() =>
        Nothing.When(Barelang, Monday, OnGagak with { Reference = "" }).ThenRefused(InputRefusals.Blank, "reference");

    [Fact]
    public void Another_person_of_the_same_agency_lifts_it()
    {
        var placed = Nothing.Given(Barelang, Monday, OnGagak);
        placed.When(Belu, Tuesday, Lifted).Then(Lifted);
        placed.When(Barelang, Tuesday, Lifted).ThenRefused(PrivacyRefusals.SamePerson);
        placed.When(Batam, Tuesday, Lifted).ThenRefused(PrivacyRefusals.UnknownHold);
        placed.When(Belu, Tuesday, Lifted with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Belu, Tuesday, Lifted).ThenRefused(PrivacyRefusals.UnknownHold);
        placed.When(Batam, Tuesday, OnGagak).ThenRefused(PrivacyRefusals.UnknownHold);
    }

    [Fact]
    public void A_hold_on_the_person_or_on_one_of_its_cases_blocks_erasure()
    {
        HoldCheck.Of(Gagak, [], [new(Gagak, null)]).ShouldBe(PrivacyRefusals.OnHold);
        HoldCheck.Of(Gagak, [Case], [new(null, Case)]).ShouldBe(PrivacyRefusals.OnHold);
        HoldCheck.Of(Gagak, [Case], [new(Teratai, null), new(null, new(Stream(2)))]).ShouldBeNull();
        HoldCheck.Of(Gagak, [Case], []).ShouldBeNull();
    }
}
