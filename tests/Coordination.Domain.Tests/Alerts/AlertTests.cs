using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Alerts;

public sealed class AlertTests
{
    private static readonly AlertRaised Raised = new(
        "A-REPEAT", "R11", 1, Severity.Critical, [Stream(1), Stream(2)], [Teratai], ["unit:IMIGRASI/KANIM-BATAM", "agency:BP3MI"],
        new Dictionary<string, string>(StringComparer.Ordinal));

    private static readonly AlertAssigned ToBatam = new("IMIGRASI", "KANIM-BATAM", "imigrasi.batam");
    private static readonly AlertEscalated Escalated = new(1, ["agency:SATGAS"]);
    private static readonly AlertResolved Resolved = new(AlertOutcome.True, "Orang yang sama.");

    private static Story<Alert, AlertEvent, AlertCommand> Nothing => Story.Of(AlertDecider.Kind);

    private static Story<Alert, AlertEvent, AlertCommand> Waiting => Nothing.Given(Officer.System, Monday, Raised);

    private static Story<Alert, AlertEvent, AlertCommand> Closed => Waiting.Given(Batam, Monday, Resolved);

    [Fact]
    public void A_finding_raises_one_alert_however_often_it_is_replayed() => Nothing.When(Officer.System, Monday, Raised).Then(Raised);

    [Fact]
    public void An_alert_names_its_evidence_and_whom_it_is_for()
    {
        Nothing.When(Officer.System, Monday, Raised with { Evidence = [] }).ThenRefused(AlertRefusals.EvidenceMissing);
        Nothing.When(Officer.System, Monday, Raised with { Recipients = [] }).ThenRefused(InputRefusals.Empty);
    }

    [Fact]
    public void For_who_is_no_recipient_the_alert_does_not_exist()
    {
        Waiting.When(Kupang, Monday, new AlertAcknowledged()).ThenRefused(AlertRefusals.NotRecipient);
        AlertRefusals.NotRecipient.Kind.ShouldBe(RefusalKind.NotFound);
        Nothing.When(Batam, Monday, new AlertAcknowledged()).ThenRefused(AlertRefusals.Unknown);
    }

    [Fact]
    public void A_recipient_acknowledges() =>
        Waiting.When(Kepri, Tuesday, new AlertAcknowledged("Siap.")).Then(new AlertAcknowledged("Siap."));

    [Fact]
    public void Taking_an_alert_answers_it_and_lets_the_taker_read_it()
    {
        var toCoordinator = new AlertAssigned("SATGAS", "SEKRETARIAT");
        Waiting.When(Batam, Tuesday, ToBatam).Then(ToBatam).State.EscalationDue.ShouldBeNull();
        Waiting.When(Batam, Tuesday, toCoordinator).Then(toCoordinator).State.IsFor(Coordinator).ShouldBeTrue();
        Waiting.When(Batam, Tuesday, ToBatam with { Unit = "KANIM-BULAN" }).ThenRefused(ReferenceRefusals.UnknownUnit);
    }

    [Fact]
    public void An_alert_that_was_given_to_another_unit_waits_for_that_ones_answer()
    {
        var toShelter = new AlertAssigned("BP3MI", "BP3MI-KEPRI");
        var given = Waiting.Given(Officer.System, Monday.AddHours(1), Escalated).When(Batam, Tuesday, toShelter).Then(toShelter);
        (given.State.Status, given.State.Level, given.State.EscalationDue).ShouldBe((AlertStatus.Assigned, 0, Tuesday.AddHours(1)));
        given.When(Officer.System, Tuesday.AddHours(1), Escalated).Then(Escalated);
        given.When(Batam, Tuesday, new AlertAcknowledged()).ThenNothing();
        var known = given.When(Kepri, Tuesday, new AlertAcknowledged()).Then(new AlertAcknowledged()).State;
        (known.Status, known.EscalationDue).ShouldBe((AlertStatus.Assigned, null));
        given.Given(Kepri, Tuesday, toShelter with { Officer = "bp3mi.kepri" }).State.EscalationDue.ShouldBeNull("it took it");
        given.State.Above(3, MondaysDate).ShouldContain("unit:KP2MI/KP2MI-PUSAT", "also who is above the unit that it was given to");
    }

    [Fact]
    public void An_officer_to_whom_it_is_given_reads_it_and_the_head_of_the_unit_hears_when_nothing_comes()
    {
        var toOfficer = new AlertAssigned("POLRI", "POLRESTA-BARELANG", "polri.barelang");
        var given = Waiting.When(Batam, Tuesday, toOfficer).Then(toOfficer).State;
        (given.IsFor(Barelang), given.IsFor(Barelang with { Id = "polri.barelang.lain" })).ShouldBe((true, false));
        given.Above(1, MondaysDate).ShouldBe(["unit:POLRI/POLRESTA-BARELANG"]);
    }

    [Fact]
    public void An_alert_is_given_to_nobody_who_might_not_read_what_it_rests_on()
    {
        var closed = Nothing.Given(Known.By(Officer.System, Monday, Marking.Of(Level.T, "agency:IMIGRASI", "agency:BP3MI")), Raised);
        closed.When(Batam, Tuesday, new AlertAssigned("POLRI", "POLRESTA-BARELANG")).ThenRefused(AlertRefusals.AssigneeMayNotRead);
        closed.When(Batam, Tuesday, ToBatam).Then(ToBatam);
        var toShelter = new AlertAssigned("BP3MI", "BP3MI-KEPRI");
        closed.When(Batam, Tuesday, toShelter).Then(toShelter);
    }

    [Fact]
    public void A_resolved_alert_is_not_answered_again()
    {
        Closed.When(Batam, Tuesday, new AlertAcknowledged()).ThenRefused(AlertRefusals.Resolved);
        Closed.When(Batam, Tuesday, ToBatam).ThenRefused(AlertRefusals.Resolved);
        Closed.When(Batam, Tuesday, Resolved with { Outcome = AlertOutcome.False }).ThenRefused(AlertRefusals.Resolved);
    }

    [Fact]
    public void An_alert_is_resolved_with_a_sentence()
    {
        Waiting.When(Batam, Tuesday, Resolved).Then(Resolved);
        Waiting.When(Batam, Tuesday, Resolved with { Explanation = "" }).ThenRefused(InputRefusals.Blank);
    }

    [Theory]
    [InlineData(Severity.Critical, 1)]
    [InlineData(Severity.High, 4)]
    [InlineData(Severity.Medium, 24)]
    public void Silence_escalates_by_severity(Severity severity, int hours) =>
        Nothing.Given(Officer.System, Monday, Raised with { Severity = severity }).State.EscalationDue.ShouldBe(Monday.AddHours(hours));

    [Fact]
    public void A_low_alert_waits_for_the_digest() =>
        Nothing.Given(Officer.System, Monday, Raised with { Severity = Severity.Low }).State.EscalationDue.ShouldBeNull();

    [Fact]
    public void Every_level_has_its_own_patience_until_nobody_is_above()
    {
        var once = Waiting.When(Officer.System, Tuesday, Escalated).Then(Escalated);
        once.State.EscalationDue.ShouldBe(Tuesday.AddHours(1));
        once.State.IsFor(Coordinator).ShouldBeTrue();
        once.Given(Officer.System, Tuesday, Escalated with { Level = 3 }).State.EscalationDue.ShouldBeNull();
    }

    [Fact]
    public void An_answer_beats_the_timer() =>
        Waiting.Given(Batam, Monday, new AlertAcknowledged()).When(Officer.System, Tuesday, Escalated).ThenNothing();

    [Fact]
    public void There_are_three_levels()
    {
        Waiting.When(Officer.System, Tuesday, Escalated with { Level = 4 }).ThenRefused(AlertRefusals.LevelOutOfRange);
        Nothing.When(Officer.System, Tuesday, Escalated).ThenRefused(AlertRefusals.Unknown);
    }

    [Fact]
    public void A_reopened_alert_waits_again_from_the_start()
    {
        var reopened = new AlertReopened("Keterangan baru.");
        var story = Closed.When(Batam, Tuesday, reopened).Then(reopened);
        (story.State.Status, story.State.Level, story.State.EscalationDue).ShouldBe((AlertStatus.Raised, 0, Tuesday.AddHours(1)));
        Closed.When(Batam, Tuesday, new AlertReopened("")).ThenRefused(InputRefusals.Blank);
        Waiting.When(Batam, Tuesday, reopened).ThenNothing();
    }
}
