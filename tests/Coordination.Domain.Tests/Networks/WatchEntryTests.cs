using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

public sealed class WatchEntryTests
{
    private static readonly WatchEntryProposed OnPhone = new(WatchKind.Entity, "Tiga permohonan.", "Wawancarai.", Contact: ElangsPhone);
    private static readonly WatchEntryProposed OnGagak = new(WatchKind.Punitive, "Perekrut.", "Hubungi penyidik.", Person: Gagak);
    private static readonly WatchEntryApproved Approved = new(MondaysDate.AddMonths(12));

    private static Story<WatchEntry, WatchEntryEvent, WatchEntryCommand> Nothing => Story.Of(WatchEntryDecider.Kind);

    [Fact]
    public void An_entry_is_proposed() => Nothing.When(Batam, Monday, OnPhone).Then(OnPhone);

    [Fact]
    public void An_entry_says_why_and_what_to_do() =>
        Nothing.When(Batam, Monday, OnPhone with { Reason = "", Action = "" }).ThenRefused(InputRefusals.Blank, "reason", "action");

    [Fact]
    public void An_entry_has_one_target_of_its_kind()
    {
        Nothing.When(Batam, Monday, OnPhone with { Contact = null }).ThenRefused(WatchEntryRefusals.TargetMismatch);
        Nothing.When(Batam, Monday, OnPhone with { Person = Gagak }).ThenRefused(WatchEntryRefusals.TargetMismatch);
        Nothing.When(Batam, Monday, OnGagak with { Person = null }).ThenRefused(WatchEntryRefusals.TargetMismatch);
    }

    [Fact]
    public void A_vessel_has_a_name_to_read_and_a_registration_to_compare() =>
        Nothing.When(Batam, Monday, OnPhone with { Entity = "KM Fiktif" }).Then(OnPhone with { Entity = "KM Fiktif" });

    [Fact]
    public void A_stream_is_one_entry() =>
        Nothing.Given(Batam, Monday, OnPhone).When(Batam, Tuesday, OnGagak).ThenRefused(WatchEntryRefusals.Exists);

    [Fact]
    public void No_punitive_entry_on_a_suspected_victim()
    {
        Nothing.When(Batam, Monday, new ProposeWatchEntry(OnGagak, VictimStatus.Suspected)).ThenRefused(WatchEntryRefusals.VictimShield);
        var protective = OnGagak with { Kind = WatchKind.Protective };
        Nothing.When(Batam, Monday, new ProposeWatchEntry(protective, VictimStatus.Suspected)).Then(protective);
    }

    [Fact]
    public void Who_became_a_victim_since_the_proposal_is_shielded_too() =>
        Nothing.Given(Batam, Monday, OnGagak).When(Kupang, Tuesday, new ApproveWatchEntry(Approved, VictimStatus.Dual))
            .ThenRefused(WatchEntryRefusals.VictimShield);

    [Fact]
    public void A_second_person_approves()
    {
        var story = Nothing.Given(Batam, Monday, OnPhone).When(Kupang, Tuesday, Approved).Then(Approved with { Kind = OnPhone.Kind, Contact = OnPhone.Contact });
        story.State.IsActiveOn(Approved.ValidUntil).ShouldBeTrue();
        story.State.IsActiveOn(Approved.ValidUntil.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void The_task_force_may_be_the_second_person() =>
        Nothing.Given(Barelang, Monday, OnPhone).When(Coordinator, Tuesday, Approved).Then(Approved with { Kind = OnPhone.Kind, Contact = OnPhone.Contact });

    [Fact]
    public void The_proposer_cannot_approve() =>
        Nothing.Given(Batam, Monday, OnPhone).When(Batam, Tuesday, Approved).ThenRefused(WatchEntryRefusals.SecondPersonNeeded);

    [Fact]
    public void Another_agency_cannot_approve() =>
        Nothing.Given(Batam, Monday, OnPhone).When(Barelang, Tuesday, Approved).ThenRefused(WatchEntryRefusals.OtherAgency);

    [Fact]
    public void What_was_not_proposed_cannot_be_approved() =>
        Nothing.When(Kupang, Tuesday, Approved).ThenRefused(WatchEntryRefusals.NotProposed);

    [Fact]
    public void An_entry_ends_within_a_year_and_a_protective_one_within_half()
    {
        var phone = Nothing.Given(Batam, Monday, OnPhone);
        phone.When(Kupang, Monday, new WatchEntryApproved(MondaysDate.AddMonths(12).AddDays(1)))
            .ThenRefused(WatchEntryRefusals.ValidityTooLong);
        phone.When(Kupang, Tuesday, new WatchEntryApproved(MondaysDate)).ThenRefused(WatchEntryRefusals.ValidityInPast);
        Nothing.Given(Batam, Monday, OnGagak with { Kind = WatchKind.Protective }).When(Kupang, Monday, new WatchEntryApproved(MondaysDate.AddMonths(7)))
            .ThenRefused(WatchEntryRefusals.ValidityTooLong);
    }
}
