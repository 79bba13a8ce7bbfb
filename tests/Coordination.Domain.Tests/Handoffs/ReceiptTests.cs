using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Handoffs.HandoffStory;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Handoffs;

/// <summary>Which file it is that one side gave and the other took.</summary>
public sealed class ReceiptTests
{
    [Fact]
    public void One_rescue_becomes_several_handoffs_under_one_record()
    {
        var parent = new HandoffId(Stream(1));
        var fork = Sheltered with { RecordNumber = Handed.RecordNumber, ParentHandoffId = parent, Manifest = [Bap] };
        var story = Nothing.When(Batam, Monday, fork).Then(fork);
        story.State.RecordNumber.ShouldBe("BAST/014");
        story.State.Parent.ShouldBe(parent);
        Nothing.Given(Batam, Monday, Handed).State.RecordNumber.ShouldBe(story.State.RecordNumber);
    }

    [Fact]
    public void Each_supplement_makes_another_version_with_another_hash()
    {
        var first = Nothing.Given(Batam, Monday, Handed).Given(Barelang, Tuesday, Returned);
        var second = first.Given(Batam, Tuesday, Supplemented);
        (first.State.FileVersion, second.State.FileVersion).ShouldBe((1, 2));
        second.State.ReceiptHash.ShouldNotBe(first.State.ReceiptHash);
    }

    [Fact]
    public void The_hash_is_the_same_whoever_computes_it_and_says_nothing_of_the_texts()
    {
        var told = Nothing.Given(Batam, Monday, Handed with { Summary = "Lain.", Manifest = [Bap with { Description = "terhapus" }, Phone] });
        told.State.ReceiptHash.ShouldBe(Nothing.Given(Batam, Monday, Handed).State.ReceiptHash);
        told.State.ReceiptHash!.Length.ShouldBe(64);
    }

    [Fact]
    public void Another_seal_is_another_file() =>
        Nothing.Given(Batam, Monday, Handed with { Manifest = [Bap, Phone with { SealNumber = "SGL-0043" }] }).State.ReceiptHash
            .ShouldNotBe(Nothing.Given(Batam, Monday, Handed).State.ReceiptHash);

    [Fact]
    public void Another_count_or_owner_is_another_file_and_one_that_says_neither_keeps_its_hash()
    {
        var hashes = new[] { Bap, Bap with { Quantity = 27 }, Bap with { Quantity = 26 }, Bap with { Owner = Teratai }, Bap with { Original = true } }
            .Select(item => Nothing.Given(Batam, Monday, Handed with { Manifest = [item] }).State.ReceiptHash).ToList();
        hashes.ShouldBeUnique();
        hashes[0].ShouldBe("bbfe60cc3ba272ec6cb5e83515a76d1817ec47e625169ddbb3c26eb3ef576a34", "as both sides hold it since before anybody counted");
    }

    [Fact]
    public void A_receiver_that_counted_another_file_is_told_so()
    {
        WithPolice.When(Barelang, Tuesday, new HandoffReceived(Version: 2)).ThenRefused(HandoffRefusals.OtherVersion);
        WithPolice.When(Barelang, Tuesday, new HandoffReceived(ReceiptHash: new string('0', 64))).ThenRefused(HandoffRefusals.OtherVersion);
        WithPolice.When(Barelang, Tuesday, new HandoffAccepted("LP/A/12", Version: 3)).ThenRefused(HandoffRefusals.OtherVersion);
    }

    [Fact]
    public void A_declined_handoff_goes_on_by_a_conflict_or_by_another_handoff()
    {
        var followed = new HandoffFollowedUp(Conflict: Stream(7));
        var declined = Declined.When(Batam, Tuesday, followed).Then(followed);
        declined.State.FollowUp.ShouldBe(followed);
        declined.When(Batam, Tuesday, new HandoffFollowedUp(Handoff: new(Stream(8)))).ThenRefused(HandoffRefusals.FollowedUp);
    }

    [Fact]
    public void Only_what_was_declined_is_followed_up_and_by_those_whom_it_concerns()
    {
        var followed = new HandoffFollowedUp(Conflict: Stream(7));
        Nothing.When(Batam, Tuesday, followed).ThenRefused(HandoffRefusals.Unknown);
        WithPolice.When(Batam, Tuesday, followed).ThenRefused(HandoffRefusals.NotDeclined);
        Declined.When(Belu, Tuesday, followed).ThenRefused(HandoffRefusals.NotSender);
        Declined.When(Coordinator, Tuesday, followed).Then(followed);
        Declined.When(Batam, Tuesday, new HandoffFollowedUp()).ThenRefused(HandoffRefusals.FollowUpEmpty);
    }

    private static Story<Handoff, HandoffEvent, HandoffCommand> Declined =>
        WithPolice.Given(Barelang, Tuesday, new HandoffDeclined("Bukan wilayah kami."));
}
