using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Handoffs.HandoffStory;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Handoffs;

public sealed class AnsweringTests
{
    private static readonly HandoffAccepted Accepted = new("LP/A/12");

    [Fact]
    public void The_receiving_desk_confirms_receipt() =>
        WithPolice.When(Barelang, Tuesday, new HandoffReceived())
            .Then(new HandoffReceived(Version: 1, ReceiptHash: WithPolice.State.ReceiptHash));

    [Fact]
    public void The_sender_cannot_confirm_its_own_handoff() =>
        WithPolice.When(Batam, Tuesday, new HandoffReceived()).ThenRefused(HandoffRefusals.NotReceiver);

    [Fact]
    public void Another_unit_of_the_receiving_agency_is_not_the_receiver() =>
        WithPolice.When(Belu, Tuesday, Accepted).ThenRefused(HandoffRefusals.NotReceiver);

    [Fact]
    public void Nothing_is_received_before_it_was_sent() =>
        Nothing.Given(Batam, Monday, Proposed).When(Barelang, Monday, new HandoffReceived()).ThenRefused(HandoffRefusals.NotDispatched);

    [Fact]
    public void A_complete_file_is_accepted() => WithPolice.When(Barelang, Tuesday, Accepted)
        .Then(Accepted with { Version = 1, ReceiptHash = WithPolice.State.ReceiptHash });

    [Fact]
    public void The_sending_agency_cannot_accept_its_own_handoff() =>
        WithPolice.When(Batam, Tuesday, Accepted).ThenRefused(HandoffRefusals.NotReceiver);

    [Fact]
    public void An_unknown_handoff_cannot_be_accepted() => Nothing.When(Barelang, Tuesday, Accepted).ThenRefused(HandoffRefusals.Unknown);

    [Fact]
    public void Undelivered_items_are_not_accepted_by_accident() =>
        Nothing.Given(Batam, Monday, Handed).When(Barelang, Tuesday, Accepted).ThenRefused(HandoffRefusals.ItemsOpen, "B-02");

    [Fact]
    public void Undelivered_items_are_accepted_by_naming_them() =>
        Nothing.Given(Batam, Monday, Handed)
            .When(Barelang, Tuesday, Accepted with { DespiteOpenItems = ["B-02", "B-01"] })
            .Then(Accepted with
            {
                DespiteOpenItems = ["B-02"], Version = 1, ReceiptHash = Nothing.Given(Batam, Monday, Handed).State.ReceiptHash,
            });

    [Fact]
    public void An_acceptance_names_items_of_the_manifest_only() =>
        WithPolice.When(Barelang, Tuesday, Accepted with { DespiteOpenItems = ["B-99"] })
            .ThenRefused(HandoffRefusals.UnknownItem, "despiteOpenItems[0]");

    [Fact]
    public void A_handoff_is_returned_with_what_is_missing() =>
        Nothing.Given(Batam, Monday, Handed).When(Barelang, Tuesday, Returned).Then(Returned);

    [Fact]
    public void A_return_without_a_list_sends_nobody_searching() =>
        WithPolice.When(Barelang, Tuesday, Returned with { Missing = [] }).ThenRefused(InputRefusals.Empty, "missing");

    [Fact]
    public void A_return_has_a_reason() =>
        Nothing.Given(Batam, Monday, Handed).When(Barelang, Tuesday, Returned with { Reason = "" })
            .ThenRefused(InputRefusals.Blank, "reason");

    [Fact]
    public void A_return_asks_for_items_of_the_manifest_or_for_new_things() =>
        WithPolice.When(Barelang, Tuesday, Returned).ThenRefused(HandoffRefusals.UnknownItem, "missing[0]");

    [Fact]
    public void What_lies_with_the_sender_cannot_be_accepted() =>
        ReturnedToBatam.When(Barelang, Tuesday, Accepted).ThenRefused(HandoffRefusals.WithSender);

    [Fact]
    public void The_sender_supplements_a_returned_file()
    {
        var story = ReturnedToBatam.When(Batam, Tuesday.AddDays(1), Supplemented).Then(Supplemented);
        story.State.Status.ShouldBe(HandoffStatus.Received);
        story.State.Manifest.Select(item => item.Item).ShouldBe(["B-01", "B-02", "B-03"]);
        story.State.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_delivered_item_keeps_its_place()
    {
        var delivered = new HandoffSupplemented([Phone with { Pending = false }]);
        var story = ReturnedToBatam.When(Batam, Tuesday, delivered).Then(delivered);
        story.State.Manifest.ShouldBe([Bap, Phone with { Pending = false }]);
    }

    [Fact]
    public void The_receiver_does_not_supplement() =>
        ReturnedToBatam.When(Barelang, Tuesday, Supplemented).ThenRefused(HandoffRefusals.NotSender);

    [Fact]
    public void A_supplement_brings_something() =>
        ReturnedToBatam.When(Batam, Tuesday, new HandoffSupplemented([])).ThenRefused(HandoffRefusals.NothingSupplied);

    [Fact]
    public void Words_can_be_the_supplement() =>
        ReturnedToBatam.When(Batam, Tuesday, new HandoffSupplemented([], "Telepon disita pengadilan."))
            .Then(new HandoffSupplemented([], "Telepon disita pengadilan."));

    [Fact]
    public void After_acceptance_only_what_was_still_open_is_delivered()
    {
        var accepted = Nothing.Given(Batam, Monday, Handed).Given(Barelang, Tuesday, Accepted with { DespiteOpenItems = ["B-02"] });
        accepted.When(Batam, Tuesday, Supplemented).ThenRefused(HandoffRefusals.Closed);
        accepted.When(Batam, Tuesday, new HandoffSupplemented([Phone with { Pending = false }]))
            .Then(new HandoffSupplemented([Phone with { Pending = false }]));
    }

    [Fact]
    public void A_desk_declines_what_is_not_its_business() =>
        WithPolice.When(Barelang, Tuesday, new HandoffDeclined("Bukan wilayah kami.", "POLRI"))
            .Then(new HandoffDeclined("Bukan wilayah kami.", "POLRI"));

    [Fact]
    public void The_competent_agency_named_must_exist() =>
        WithPolice.When(Barelang, Tuesday, new HandoffDeclined("Bukan wilayah kami.", "KPU")).ThenRefused(ReferenceRefusals.UnknownAgency);

    [Fact]
    public void A_declined_handoff_is_over() =>
        WithPolice.Given(Barelang, Tuesday, new HandoffDeclined("Bukan wilayah kami."))
            .When(Barelang, Tuesday, Accepted).ThenRefused(HandoffRefusals.Closed);

    [Fact]
    public void The_sender_withdraws_what_is_not_answered() =>
        WithPolice.When(Batam, Tuesday, new HandoffWithdrawn("Ternyata korban.")).Then(new HandoffWithdrawn("Ternyata korban."));

    [Fact]
    public void The_receiver_cannot_withdraw() =>
        WithPolice.When(Barelang, Tuesday, new HandoffWithdrawn("Salah kirim.")).ThenRefused(HandoffRefusals.NotSender);

    [Fact]
    public void What_was_accepted_cannot_be_withdrawn() =>
        WithPolice.Given(Barelang, Tuesday, Accepted).When(Batam, Tuesday, new HandoffWithdrawn("Ternyata korban."))
            .ThenRefused(HandoffRefusals.Closed);

    [Fact]
    public void Both_sides_and_the_task_force_read_every_event() =>
        HandoffDecider.Kind.Addressed(By(Barelang, Tuesday), WithPolice.State).Marking.Audience
            .ShouldBe(["members", "agency:IMIGRASI", "unit:POLRI/POLRESTA-BARELANG", "agency:SATGAS"]);

    [Fact]
    public void Who_stands_in_at_the_desk_answers_for_it_from_whatever_unit_of_the_agency()
    {
        var deputy = Barelang with { Id = "polri.kepri", Unit = "POLDA-KEPRI", Desks = "POLDA-NTT/SPKT POLRESTA-BARELANG/PPA-PPO" };
        WithPolice.When(deputy, Tuesday, new HandoffReceived()).Then(new HandoffReceived(Version: 1, ReceiptHash: WithPolice.State.ReceiptHash));
        WithPolice.When(deputy with { Desks = "POLRESTA-BARELANG/SPKT" }, Tuesday, new HandoffReceived()).ThenRefused(HandoffRefusals.NotReceiver);
        WithPolice.When(deputy with { Agency = "BP3MI" }, Tuesday, new HandoffReceived()).ThenRefused(HandoffRefusals.NotReceiver);
        Viewer.Of(deputy).Groups.ShouldContain(Audiences.Unit("POLRI", "POLRESTA-BARELANG"));
    }
}
