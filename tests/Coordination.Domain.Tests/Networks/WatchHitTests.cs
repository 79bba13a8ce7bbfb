using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

public sealed class WatchHitTests
{
    private static readonly WatchEntryProposed OnPhone = new(WatchKind.Entity, "Tiga permohonan.", "Wawancarai.", Contact: ElangsPhone);
    private static readonly WatchEntryApproved Approved = new(MondaysDate.AddMonths(6));
    private static readonly WatchHit Met = new("PL/0113", Bakung, "Nomor penjamin.");
    private static readonly WatchReviewed Reviewed = new("PL/0113", WatchOutcome.Benign, "Kerabat yang sah.");

    private static Story<WatchEntry, WatchEntryEvent, WatchEntryCommand> Proposed =>
        Story.Of(WatchEntryDecider.Kind).Given(Batam, Monday, OnPhone);

    private static Story<WatchEntry, WatchEntryEvent, WatchEntryCommand> Active => Proposed.Given(Kupang, Monday, Approved);

    private static Story<WatchEntry, WatchEntryEvent, WatchEntryCommand> Hit => Active.Given(Kepri, Tuesday, Met);

    [Fact]
    public void Any_agency_records_a_hit()
    {
        var hit = Active.When(Kepri, Tuesday, Met).Then(Met).State.Hits.Single();
        (hit.Unit, hit.At, hit.Outcome).ShouldBe(("BP3MI-KEPRI", Tuesday, null));
    }

    [Fact]
    public void A_hit_has_a_number_of_its_own()
    {
        Active.When(Kepri, Tuesday, Met with { HitNumber = " " }).ThenRefused(InputRefusals.Blank, "hitNumber");
        Hit.When(Barelang, Tuesday, Met).ThenRefused(WatchEntryRefusals.HitExists);
    }

    [Fact]
    public void Only_an_entry_in_force_is_hit()
    {
        Story.Of(WatchEntryDecider.Kind).When(Kepri, Tuesday, Met).ThenRefused(WatchEntryRefusals.NotProposed);
        Proposed.When(Kepri, Tuesday, Met).ThenRefused(WatchEntryRefusals.NotActive);
        Active.When(Kepri, Monday.AddMonths(7), Met).ThenRefused(WatchEntryRefusals.NotActive);
        Active.Given(Batam, Monday.AddHours(1), new WatchEntryRemoved("Keliru.")).When(Kepri, Tuesday, Met).ThenRefused(WatchEntryRefusals.NotActive);
    }

    [Fact]
    public void A_hit_from_before_the_end_may_be_told_after_it() =>
        Active.Given(Batam, Tuesday.AddHours(1), new WatchEntryRemoved("Keliru.")).When(Kepri, Tuesday, Met).Then(Met);

    [Fact]
    public void Whoever_met_it_or_keeps_it_says_what_it_came_to()
    {
        Hit.When(Kepri, Tuesday, Reviewed).Then(Reviewed).State.Hits.Single().Outcome.ShouldBe(WatchOutcome.Benign);
        Hit.When(Atambua, Tuesday, Reviewed).Then(Reviewed);
        Hit.When(Coordinator, Tuesday, Reviewed).Then(Reviewed);
        Hit.When(Barelang, Tuesday, Reviewed).ThenRefused(WatchEntryRefusals.NotReviewer);
    }

    [Fact]
    public void A_review_names_a_hit_and_says_something()
    {
        Story.Of(WatchEntryDecider.Kind).When(Kepri, Tuesday, Reviewed).ThenRefused(WatchEntryRefusals.NotProposed);
        Active.When(Batam, Tuesday, Reviewed).ThenRefused(WatchEntryRefusals.UnknownHit);
        Hit.When(Kepri, Tuesday, Reviewed with { Feedback = "" }).ThenRefused(InputRefusals.Blank, "feedback");
    }

    [Fact]
    public void A_hit_has_one_outcome() => Hit.Given(Kepri, Tuesday, Reviewed)
        .When(Batam, Tuesday, Reviewed with { Outcome = WatchOutcome.Confirmed }).ThenRefused(WatchEntryRefusals.Reviewed);

    [Fact]
    public void The_owner_and_whoever_met_it_read_what_follows() => WatchEntryDecider.Kind.Readers(Hit.State)
        .ShouldBe([Audiences.Agency("IMIGRASI"), Audiences.Unit("BP3MI", "BP3MI-KEPRI")]);
}
