using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Privacy;

public sealed class RetentionTests
{
    private static readonly Officer Head = Kepri with { Id = "bp3mi.kepala", Role = OfficerRole.UnitHead };
    private static readonly Officer OtherHead = Head with { Id = "bp3mi.kepala.ntt", Unit = "BP3MI-NTT" };
    private static readonly RetentionProposed Proposed = new(Teratai, RetentionClass.CasePerson, "BP3MI", new(2021, 1, 10), new(2026, 1, 10));
    private static readonly RetentionApproved Approved = new();
    private static readonly RetentionHandedToErasure Handed = new(Stream(9));
    private static readonly RetentionDeferred Deferred = new(MondaysDate.AddYears(1), "Restitusi belum diputus.");

    private static Story<Retention, RetentionEvent, RetentionCommand> Nothing => Story.Of(RetentionDecider.Kind);

    private static Story<Retention, RetentionEvent, RetentionCommand> Waiting => Nothing.Given(Officer.System, Monday, Proposed);

    [Fact]
    public void The_schedule_proposes_once() => Nothing.When(Officer.System, Monday, Proposed).Then(Proposed);

    [Fact]
    public void Two_persons_hand_it_to_erasure() =>
        Waiting.When(Head, Monday, Approved).Then(Approved).When(OtherHead, Tuesday, Handed).Then(Handed);

    [Fact]
    public void One_person_is_not_two()
    {
        Waiting.When(Head, Monday, Handed).ThenRefused(PrivacyRefusals.SecondPersonNeeded);
        Waiting.Given(Head, Monday, Approved).When(Head, Tuesday, Handed).ThenRefused(PrivacyRefusals.SamePerson);
    }

    [Fact]
    public void Who_only_enters_does_not_decide()
    {
        Waiting.When(Kepri, Monday, Approved).ThenRefused(PrivacyRefusals.NotAPrivacyOfficer);
        Waiting.When(Kepri, Monday, Deferred).ThenRefused(PrivacyRefusals.NotAPrivacyOfficer);
    }

    [Fact]
    public void Another_agency_knows_nothing_of_it() =>
        Waiting.When(Head with { Agency = "POLRI" }, Monday, Approved).ThenRefused(PrivacyRefusals.UnknownRetention);

    [Fact]
    public void A_legal_hold_stops_it_at_the_last_step() =>
        Waiting.Given(Head, Monday, Approved).When(OtherHead, Tuesday, new HandRetentionToErasure(Handed, OnHold: true))
            .ThenRefused(PrivacyRefusals.OnHold);

    [Fact]
    public void It_is_deferred_to_a_day_that_lies_ahead_and_for_a_reason()
    {
        Waiting.When(Head, Monday, Deferred).Then(Deferred);
        Waiting.When(Head, Monday, Deferred with { Until = MondaysDate }).ThenRefused(PrivacyRefusals.DayInPast);
        Waiting.When(Head, Monday, Deferred with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
    }

    [Fact]
    public void What_was_deferred_is_not_approved_any_more() =>
        Waiting.Given(Head, Monday, Deferred).When(OtherHead, Tuesday, Approved).ThenRefused(PrivacyRefusals.RetentionDecided);

    [Theory]
    [InlineData("passport_application", RetentionClass.Signal, "2026-01-31")]
    [InlineData("watch_entry", RetentionClass.WatchEntry, "2025-01-31")]
    [InlineData("case", RetentionClass.CasePerson, "2029-01-31")]
    [InlineData("handoff", RetentionClass.CasePerson, "2029-01-31")]
    public void What_is_kept_and_how_long_follows_from_where_it_stands(string stream, RetentionClass expected, string until)
    {
        RetentionSchedule.ClassOf(stream).ShouldBe(expected);
        RetentionSchedule.KeepUntil(expected, new(2024, 1, 31)).ShouldBe(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_class_has_one_row_for_every_day()
    {
        foreach (var kept in Enum.GetValues<RetentionClass>())
            foreach (var day in new[] { new DateOnly(2024, 1, 1), new DateOnly(2026, 2, 2), new DateOnly(2040, 1, 1) })
                RetentionSchedule.Rows.Count(row => row.Class == kept && row.InForceOn(day)).ShouldBe(1, $"{kept} {day:O}");
        RetentionSchedule.KeepUntil(RetentionClass.CasePerson, new(1999, 1, 1)).ShouldBe(new(2004, 1, 1));
    }
}
