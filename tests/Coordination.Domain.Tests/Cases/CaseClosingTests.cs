using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Cases;

public sealed class CaseClosingTests
{
    private static readonly CaseOpened Opened = new(
        "Malaka-Batam-Kamboja", MigrationPhase.BeforeDeparture, "Perekrutan.", [], [new(Teratai, CaseRole.SuspectedVictim)],
        ["BP3MI", "IMIGRASI", "POLRI", "SATGAS"], "2026-0001");

    private static readonly CaseClosed Closed = new(CaseClosingGround.FinalJudgment, "Putusan berkekuatan hukum tetap.");
    private static readonly CaseReopened Reopened = new("Korban lain melapor.");

    private static readonly DateTimeOffset Wednesday = Tuesday.AddDays(1);

    private static Story<CaseFile, CaseEvent, CaseCommand> Open => Story.Of(CaseDecider.Kind).Given(Batam, Monday, Opened);

    private static Story<CaseFile, CaseEvent, CaseCommand> Shut => Open.Given(Batam, Tuesday, Closed);

    [Fact]
    public void The_opener_or_the_task_force_closes_a_case()
    {
        Open.When(Batam, Tuesday, Closed).Then(Closed).State.IsOpen.ShouldBeFalse();
        Open.When(Coordinator, Tuesday, Closed).Then(Closed);
        Open.When(Barelang, Tuesday, Closed).ThenRefused(CaseRefusals.NotOpener);
        Story.Of(CaseDecider.Kind).When(Batam, Tuesday, Closed).ThenRefused(CaseRefusals.Unknown);
    }

    [Fact]
    public void Not_without_saying_what_came_of_it() =>
        Open.When(Batam, Tuesday, Closed with { Note = " " }).ThenRefused(InputRefusals.Blank, "note");

    [Fact]
    public void Not_while_somebody_is_waited_for()
    {
        Open.When(Batam, Tuesday, new CloseCase(Closed, OpenHandoffs: 1)).ThenRefused(CaseRefusals.HandoffOpen);
        Open.When(Batam, Tuesday, new CloseCase(Closed, OpenAlerts: 1)).ThenRefused(CaseRefusals.AlertOpen);
    }

    [Fact]
    public void Closed_on_one_ground_it_is_not_closed_on_another() =>
        Shut.When(Batam, Wednesday, Closed with { Ground = CaseClosingGround.Duplicate }).ThenRefused(CaseRefusals.Closed);

    [Fact]
    public void A_closed_case_takes_in_nothing_but_may_be_narrowed()
    {
        Shut.When(Barelang, Wednesday, new CaseSubjectAdded(new(Gagak, CaseRole.Suspect))).ThenRefused(CaseRefusals.Closed);
        Shut.When(Barelang, Wednesday, new CaseSourceLinked(new(Stream(2), "handoff"))).ThenRefused(CaseRefusals.Closed);
        Shut.When(Barelang, Wednesday, new CaseMemberAdded("PEMDA-KAB", "Asal korban.")).ThenRefused(CaseRefusals.Closed);
        Shut.When(Barelang, Wednesday, new CaseIndicatorsAssessed([TraffickingAct.Transfer], [], [], false)).ThenRefused(CaseRefusals.Closed);
        var removed = new CaseMemberRemoved("BP3MI", "Selesai.");
        Shut.When(Batam, Wednesday, removed).Then(removed);
    }

    [Fact]
    public void It_is_reopened_with_a_reason_by_who_answers_for_it()
    {
        Shut.When(Batam, Wednesday, Reopened).Then(Reopened).State.IsOpen.ShouldBeTrue();
        Shut.When(Barelang, Wednesday, Reopened).ThenRefused(CaseRefusals.NotOpener);
        Shut.When(Batam, Wednesday, new CaseReopened("")).ThenRefused(InputRefusals.Blank, "reason");
        Open.When(Batam, Wednesday, Reopened).ThenRefused(CaseRefusals.NotClosed);
        Shut.Given(Batam, Wednesday, Reopened).When(Batam, Wednesday, Closed).Then(Closed);
    }
}
