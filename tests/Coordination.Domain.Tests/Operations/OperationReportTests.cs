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
