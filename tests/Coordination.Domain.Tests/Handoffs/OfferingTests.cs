using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Xunit;
using static Coordination.Domain.Tests.Handoffs.HandoffStory;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Handoffs;

public sealed class OfferingTests
{
    [Fact]
    public void A_handoff_is_proposed_to_a_desk() => Nothing.When(Batam, Monday, Proposed).Then(Proposed);

    [Fact]
    public void A_handoff_without_a_summary_is_not_proposed() =>
        Nothing.When(Batam, Monday, Proposed with { Summary = " " }).ThenRefused(InputRefusals.Blank, "summary");

    [Fact]
    public void A_desk_that_does_not_exist_gets_nothing() =>
        Nothing.When(Batam, Monday, Proposed with { To = PoliceDesk with { Desk = "LOKET-9" } }).ThenRefused(ReferenceRefusals.UnknownDesk);

    [Fact]
    public void A_unit_does_not_hand_off_to_itself() =>
        Nothing.When(Batam, Monday, Proposed with { To = new("IMIGRASI", "KANIM-BATAM", "INTELDAKIM") })
            .ThenRefused(HandoffRefusals.ToOwnUnit);

    [Fact]
    public void A_suspect_does_not_go_to_a_shelter() =>
        Nothing.When(Batam, Monday, Proposed with { Kind = HandoffKind.Police, To = ShelterDesk }).ThenRefused(HandoffRefusals.WrongAgency);

    [Fact]
    public void A_person_in_need_of_protection_does_not_go_to_the_police() =>
        Nothing.When(Batam, Monday, Sheltered with { To = PoliceDesk }).ThenRefused(HandoffRefusals.WrongAgency);

    [Fact]
    public void What_ends_up_in_court_rests_on_no_source_whose_owner_did_not_consent()
    {
        var source = Stream(9);
        Nothing.When(Batam, Monday, new HandToPolice(Handed) { WithoutConsent = [source] })
            .ThenRefused(HandoffRefusals.CourtConsentMissing, source.ToString());
        Nothing.When(Batam, Monday, new ProposeHandoff(Proposed) { WithoutConsent = [source] }).ThenRefused(HandoffRefusals.CourtConsentMissing);
        Nothing.When(Batam, Monday, new ProposeHandoff(Proposed with { Kind = HandoffKind.Protection, To = ShelterDesk }) { WithoutConsent = [source] })
            .ThenEachTime(Proposed with { Kind = HandoffKind.Protection, To = ShelterDesk });
    }

    [Fact]
    public void A_closed_case_takes_no_proposal() =>
        Nothing.When(Batam, Monday, new ProposeHandoff(Proposed) { CaseClosed = true }).ThenRefused(HandoffRefusals.CaseClosed);

    [Fact]
    public void One_handoff_is_for_one_subject() =>
        Nothing.Given(Batam, Monday, Proposed).When(Batam, Tuesday, Proposed with { Subject = Teratai })
            .ThenRefused(HandoffRefusals.Exists);

    [Fact]
    public void Nobody_proposes_over_the_handoff_of_another_unit() =>
        Nothing.Given(Batam, Monday, Proposed).When(Kupang, Tuesday, Proposed).ThenRefused(HandoffRefusals.NotSender);

    [Fact]
    public void The_sender_dispatches_with_a_manifest() =>
        Nothing.Given(Batam, Monday, Proposed).When(Batam, Monday.AddHours(1), Dispatched).Then(Dispatched);

    [Fact]
    public void Hashes_are_stored_in_one_spelling() =>
        Nothing.Given(Batam, Monday, Proposed)
            .When(Batam, Monday, new HandoffDispatched("W.32/015", [PhoneImage with { Sha256 = new string('A', 64) }]))
            .Then(new HandoffDispatched("W.32/015", [PhoneImage]));

    [Fact]
    public void Something_that_is_no_SHA_256_is_no_hash() =>
        Nothing.Given(Batam, Monday, Proposed)
            .When(Batam, Monday, new HandoffDispatched("W.32/015", [PhoneImage with { Sha256 = "abc" }]))
            .ThenRefused(HandoffRefusals.Sha256Malformed, "item[0]");

    [Fact]
    public void A_manifest_numbers_each_item_once() =>
        Nothing.Given(Batam, Monday, Proposed)
            .When(Batam, Monday, new HandoffDispatched("W.32/015", [Bap, Bap])).ThenRefused(HandoffRefusals.ItemTwice, "item[1]");

    [Fact]
    public void Evidence_has_a_custodian() =>
        Nothing.Given(Batam, Monday, Proposed)
            .When(Batam, Monday, new HandoffDispatched("W.32/015", [Bap with { Custodian = "" }]))
                .ThenRefused(InputRefusals.Blank, "custodian");

    [Fact]
    public void A_quantity_is_at_least_one() =>
        Nothing.Given(Batam, Monday, Proposed)
            .When(Batam, Monday, new HandoffDispatched("W.32/015", [Bap with { Quantity = 0 }]))
                .ThenRefused(HandoffRefusals.QuantityInvalid, "item[0]");

    [Fact]
    public void A_transfer_letter_has_a_number() =>
        Nothing.Given(Batam, Monday, Proposed).When(Batam, Monday, Dispatched with { LetterNumber = "" }).ThenRefused(InputRefusals.Blank);

    [Fact]
    public void What_was_never_proposed_is_not_dispatched() => Nothing.When(Batam, Monday, Dispatched).ThenRefused(HandoffRefusals.Unknown);

    [Fact]
    public void Only_the_sender_dispatches() =>
        Nothing.Given(Batam, Monday, Proposed).When(Barelang, Monday, Dispatched).ThenRefused(HandoffRefusals.NotSender);

    [Fact]
    public void A_dispatched_file_is_changed_by_supplement_only() =>
        WithPolice.When(Batam, Tuesday, Dispatched with { Manifest = [Bap, PhoneImage] }).ThenRefused(HandoffRefusals.AlreadyDispatched);

    [Fact]
    public void A_traveller_is_handed_to_protection_at_once() =>
        Nothing.When(Batam, Monday, Sheltered).Then(Sheltered with { Manifest = [] });

    [Fact]
    public void A_facilitator_is_handed_to_the_police_at_once() => Nothing.When(Batam, Monday, Handed).Then(Handed);

    [Fact]
    public void A_facilitator_is_handed_over_for_an_offence() =>
        Nothing.When(Batam, Monday, Handed with { Offence = "" }).ThenRefused(InputRefusals.Blank, "offence");
}
