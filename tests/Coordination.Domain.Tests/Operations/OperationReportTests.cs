using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Operations.Plan;

namespace Coordination.Domain.Tests.Operations;

public sealed class OperationReportTests
{
    private static readonly DateTimeOffset Friday = Monday.AddDays(4);

    private static Story<JointOperation, OperationEvent, OperationCommand> Answered => Drafted
        .Given(Batam, Friday, new AgencyConcurred(1)).Given(Barelang, Friday, new AgencyDissented(1, "Jumlah lokasi."))
        .Given(Kepri, Friday, new AgencyConcurred(1));

    private static readonly OperationFollowUpCompleted Completed = new(1, "Penjamin diperiksa.");

    [Fact]
    public void Whoever_answers_for_an_item_or_leads_says_that_it_is_done()
    {
        Drafted.When(Batam, Dawn.AddDays(2), Completed).Then(Completed);
        Drafted.When(Coordinator, Dawn.AddDays(2), Completed).Then(Completed);
        Drafted.When(Barelang, Dawn.AddDays(2), Completed).ThenRefused(OperationRefusals.NotPic);
        Drafted.When(Kupang, Dawn.AddDays(2), Completed).ThenRefused(OperationRefusals.NotPic);
        Drafted.When(Malaka, Dawn.AddDays(2), Completed).ThenRefused(OperationRefusals.NotParticipant);
        Drafted.When(Batam, Dawn.AddDays(2), Completed with { Number = 2 }).ThenRefused(OperationRefusals.NoFollowUp);
        Settled.When(Batam, Dawn.AddDays(2), Completed).ThenRefused(OperationRefusals.NoFollowUp);
        Drafted.When(Batam, Dawn.AddDays(2), Completed with { Result = " " }).ThenRefused(InputRefusals.Blank, "result");
        Drafted.Given(Batam, Dawn.AddDays(2), Completed).When(Batam, Dawn.AddDays(3), Completed with { Result = "Lain." })
            .ThenRefused(OperationRefusals.FollowUpCompleted);
    }

    [Fact]
    public void What_was_done_after_the_final_report_is_still_said_and_outdates_no_draft()
    {
        var done = Drafted.Given(Batam, Dawn.AddDays(2), Completed);
        done.State.DraftIsOutdated.ShouldBeFalse();
        done.Given(Batam, Dawn.AddDays(3), new JointOperationReportFinalised(1)).State.FollowUpsDone.Keys.ShouldBe([1]);
        Drafted.Given(Batam, Dawn.AddDays(2), new JointOperationReportFinalised(1)).When(Batam, Dawn.AddDays(3), Completed).Then(Completed);
    }

    [Fact]
    public void A_new_draft_keeps_what_was_done_of_the_same_item_and_of_no_other()
    {
        var done = Drafted.Given(Batam, Dawn.AddDays(2), Completed);
        var item = Draft.FollowUp[0];
        var later = Draft with { Draft = 2, FollowUp = [item with { Due = item.Due.AddDays(7) }] };
        done.Given(Batam, Dawn.AddDays(3), later).State.FollowUpsDone.Keys.ShouldBe([1]);
        done.Given(Batam, Dawn.AddDays(3), later with { FollowUp = [item with { Action = "Yang lain." }] }).State.FollowUpsDone.ShouldBeEmpty();
    }

    [Fact]
    public void A_report_is_drafted_when_nobody_is_without_an_outcome()
    {
        Settled.When(Batam, Friday, Draft).Then(Draft);
        Over.When(Batam, Friday, Draft).ThenRefused(OperationRefusals.OutcomesMissing, Gagak.Code, Teratai.Code);
        Running.When(Batam, Friday, Draft).ThenRefused(OperationRefusals.NotConcluded);
        Settled.When(Barelang, Friday, Draft).ThenRefused(OperationRefusals.NotLead);
        Settled.When(Coordinator, Friday, Draft).Then(Draft);
    }

    [Fact]
    public void A_draft_is_whole()
    {
        Settled.When(Batam, Friday, Draft with { Draft = 2 }).ThenRefused(OperationRefusals.DraftNumber);
        Settled.When(Batam, Friday, Draft with { ReportNumber = "", Modus = "", Obstacles = "", Conclusion = "" })
            .ThenRefused(InputRefusals.Blank, "reportNumber", "modus", "obstacles", "conclusion");
        Settled.When(Batam, Friday, Draft with { FollowUp = [Draft.FollowUp[0] with { Action = "" }] }).ThenRefused(InputRefusals.Blank, "followUp");
        Settled.When(Batam, Friday, Draft with { FollowUp = [Draft.FollowUp[0] with { Pic = new("POLRI", "X") }] })
            .ThenRefused(ReferenceRefusals.UnknownUnit, "unit");
    }

    [Fact]
    public void A_new_draft_asks_everybody_again()
    {
        var second = Draft with { Draft = 2, Obstacles = "Dua." };
        Answered.When(Batam, Friday, second).Then(second).State.WithoutAnswer.ShouldBe(["IMIGRASI", "POLRI", "BP3MI"]);
    }

    [Fact]
    public void Each_agency_concurs_or_dissents_for_itself()
    {
        Drafted.When(Barelang, Friday, new AgencyConcurred(1)).Then(new AgencyConcurred(1)).State.WithoutAnswer.ShouldBe(["IMIGRASI", "BP3MI"]);
        Drafted.When(Barelang, Friday, new AgencyDissented(1, "x")).Then(new AgencyDissented(1, "x"));
        Drafted.When(Barelang, Friday, new AgencyDissented(1, "")).ThenRefused(InputRefusals.Blank, "reason");
        foreach (var answer in new OperationEvent[] { new AgencyConcurred(1), new AgencyDissented(1, "x") })
        {
            Drafted.When(Coordinator, Friday, answer).ThenRefused(OperationRefusals.NoOwnAnswer);
            Drafted.When(Malaka, Friday, answer).ThenRefused(OperationRefusals.NotParticipant);
            Settled.When(Barelang, Friday, answer).ThenRefused(OperationRefusals.NoDraft);
            Answered.Given(Batam, Friday, new JointOperationReportFinalised(1)).When(Batam, Friday, new AgencyDissented(1, "lain"))
                .ThenRefused(OperationRefusals.Closed);
            Answered.Given(Batam, Friday, new JointOperationReportFinalised(1)).When(Barelang, Friday, new AgencyConcurred(1))
                .ThenRefused(OperationRefusals.Closed);
        }
    }

    [Fact]
    public void An_agency_may_change_its_mind() =>
        Answered.When(Barelang, Friday, new AgencyConcurred(1)).Then(new AgencyConcurred(1)).State.Answers.Single(answer => answer.Agency == "POLRI")
            .Concurs.ShouldBeTrue();

    [Fact]
    public void A_record_after_the_draft_makes_it_outdated()
    {
        var late = Answered.Given(By(Batam, Night.AddHours(2)) with { RecordedAt = Friday }, Seized);
        late.When(Barelang, Friday, new AgencyConcurred(1)).ThenRefused(OperationRefusals.DraftOutdated);
        late.When(Kepri, Friday, new AgencyDissented(1, "x")).ThenRefused(OperationRefusals.DraftOutdated);
        late.When(Batam, Friday, new JointOperationReportFinalised(1)).ThenRefused(OperationRefusals.DraftOutdated);
        Answered.Given(Batam, Friday, Outcome(Gagak, OperationOutcome.Release)).State.DraftIsOutdated.ShouldBeTrue();
    }

    [Fact]
    public void It_is_final_when_every_agency_has_answered_and_a_dissent_does_not_hold_it_up()
    {
        Answered.When(Batam, Friday, new JointOperationReportFinalised(1)).Then(new JointOperationReportFinalised(1))
            .State.Status.ShouldBe(OperationStatus.Final);
        Drafted.Given(Batam, Friday, new AgencyConcurred(1)).When(Batam, Friday, new JointOperationReportFinalised(1))
            .ThenRefused(OperationRefusals.AnswersMissing, "POLRI", "BP3MI");
        Answered.When(Barelang, Friday, new JointOperationReportFinalised(1)).ThenRefused(OperationRefusals.NotLead);
        Answered.When(Batam, Friday, new JointOperationReportFinalised(2)).ThenRefused(OperationRefusals.NoDraft);
    }

    [Fact]
    public void What_is_final_stays_so()
    {
        var final = Answered.Given(Batam, Friday, new JointOperationReportFinalised(1));
        final.When(Batam, Friday, Draft with { Draft = 2 }).ThenRefused(OperationRefusals.Closed);
        final.When(Batam, Friday, new OperationCancelled("x")).ThenRefused(OperationRefusals.Closed);
    }
}
