using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Privacy;

public sealed class BreachTests
{
    private static readonly BreachDeclared Declared = new(
        "Satu akun dipakai pada dini hari.", Monday, Monday.AddDays(-1), Monday.AddHours(-6), ["bp3mi.kepri"], [Teratai]);

    private static readonly BreachAssessed Assessed = new(BreachRisk.High, [DataKind.Name], "Akun ditutup.", "Tempat aman diganti.");
    private static readonly BreachNotified Both = new([NotifiedParty.Subjects, NotifiedParty.Authority], "PDP/9/2026");
    private static readonly BreachClosed Closed = new("Kode kedua diwajibkan.");

    private static Story<Breach, BreachEvent, BreachCommand> Nothing => Story.Of(BreachDecider.Kind);

    [Fact]
    public void A_breach_runs_from_its_discovery_to_its_end()
    {
        var story = Nothing.When(Kepri, Monday, Declared).Then(Declared)
            .When(Kepri, Monday, Assessed).Then(Assessed)
            .When(Kepri, Tuesday, Both).Then(Both);
        story.State.IsNotified.ShouldBeTrue();
        story.When(Kepri, Tuesday, Closed).Then(Closed).State.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void The_clock_of_the_law_runs_from_when_it_was_known_and_not_from_when_it_was_told()
    {
        var story = Nothing.Given(Kepri, Tuesday, Declared);
        story.State.DueAt.ShouldBe(Monday.AddHours(72));
        Nothing.When(Kepri, Monday, Declared with { KnownAt = Monday.AddMinutes(1) }).ThenRefused(PrivacyRefusals.KnownInFuture);
    }

    [Fact]
    public void A_breach_has_a_time_and_a_summary()
    {
        Nothing.When(Kepri, Monday, Declared with { Until = Declared.From.AddSeconds(-1) }).ThenRefused(PrivacyRefusals.TimesReversed);
        Nothing.When(Kepri, Monday, Declared with { Summary = "" }).ThenRefused(InputRefusals.Blank, "summary");
    }

    [Fact]
    public void A_breach_names_nobody_of_others()
    {
        var decision = BreachDecider.Decide(
            Breach.None, new DeclareBreach(Declared) { NotOwn = ["officers"] }, new Envelope(Kepri, Monday, Monday, null, [], Marking.Default, null));
        decision.Refusal!.Code.ShouldBe(PrivacyRefusals.BreachOfOthers.Code);
    }

    [Fact]
    public void Who_is_notified_is_told_what_data_and_what_is_done()
    {
        var declared = Nothing.Given(Kepri, Monday, Declared);
        declared.When(Kepri, Monday, Both).ThenRefused(PrivacyRefusals.NotAssessed);
        declared.When(Kepri, Monday, Assessed with { Data = [] }).ThenRefused(InputRefusals.Empty, "data");
        declared.When(Kepri, Monday, Assessed with { Handling = "" }).ThenRefused(InputRefusals.Blank, "handling");
        declared.Given(Kepri, Monday, Assessed).When(Kepri, Monday, Both with { Parties = [] }).ThenRefused(InputRefusals.Empty, "parties");
        declared.Given(Kepri, Monday, Assessed).When(Kepri, Monday, Both with { Reference = "" }).ThenRefused(InputRefusals.Blank, "reference");
    }

    [Fact]
    public void It_is_not_closed_before_persons_and_authority_both_know()
    {
        var half = Nothing.Given(Kepri, Monday, Declared, Assessed, Both with { Parties = [NotifiedParty.Authority] });
        half.When(Kepri, Tuesday, Closed).ThenRefused(PrivacyRefusals.NotNotified);
        half.Given(Kepri, Tuesday, Both).When(Kepri, Tuesday, Closed with { Note = "" }).ThenRefused(InputRefusals.Blank, "note");
    }

    [Fact]
    public void Telling_one_again_does_not_move_when_it_was_told()
    {
        var told = Nothing.Given(Kepri, Monday, Declared, Assessed, Both with { Parties = [NotifiedParty.Authority] }).Given(Kepri, Tuesday, Both);
        told.State.Notified[NotifiedParty.Authority].ShouldBe(Monday);
        told.State.Notified[NotifiedParty.Subjects].ShouldBe(Tuesday);
    }

    [Fact]
    public void A_closed_breach_takes_nothing_more() =>
        Nothing.Given(Kepri, Monday, Declared, Assessed, Both, Closed).When(Kepri, Tuesday, Assessed with { Risk = BreachRisk.Low })
            .ThenRefused(PrivacyRefusals.BreachClosed);

    [Fact]
    public void Another_agency_knows_nothing_of_it()
    {
        Nothing.Given(Kepri, Monday, Declared).When(Barelang, Monday, Assessed).ThenRefused(PrivacyRefusals.UnknownBreach);
        Nothing.Given(Kepri, Monday, Declared).When(Barelang, Monday, Declared).ThenRefused(PrivacyRefusals.UnknownBreach);
    }
}
