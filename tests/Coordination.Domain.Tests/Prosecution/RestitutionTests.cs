using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Prosecution.MatterStory;

namespace Coordination.Domain.Tests.Prosecution;

/// <summary>What Teratai is to get back: assessed, claimed, ordered, paid.</summary>
public sealed class RestitutionTests
{
    private static readonly DateTimeOffset Later = Tuesday.AddDays(70);
    private static readonly RestitutionPaid Paid = new(Teratai, 48_000_000, "KW-15");

    [Fact]
    public void Lpsk_assesses_what_a_victim_lost()
    {
        Reported.When(Lpsk, Tuesday, Assessed).Then(Assessed);
        Nothing.When(Lpsk, Tuesday, Assessed).ThenRefused(ProsecutionRefusals.NoReport);
        Reported.When(Lpsk, Tuesday, Assessed with { AmountRupiah = 0 }).ThenRefused(RestitutionRefusals.AmountMissing);
        Reported.When(Lpsk, Tuesday, Assessed with { AssessmentNumber = "" }).ThenRefused(InputRefusals.Blank);
        Reported.Given(Lpsk, Tuesday, Assessed).When(Lpsk, Tuesday, Assessed with { AssessmentNumber = "R-120" })
            .Then(Assessed with { AssessmentNumber = "R-120" });
        Judged.When(Lpsk, Later, Assessed with { AssessmentNumber = "R-120" }).ThenRefused(RestitutionRefusals.AlreadyClaimed);
    }

    [Fact]
    public void It_is_claimed_before_the_verdict()
    {
        var assessed = InCourt.Given(Lpsk, Tuesday, Assessed);
        assessed.When(Kejari, Later, Claimed).Then(Claimed);
        InCourt.When(Kejari, Later, Claimed).ThenRefused(RestitutionRefusals.NotAssessed);
        assessed.When(Kejari, Later, Claimed with { AmountRupiah = -1 }).ThenRefused(RestitutionRefusals.AmountMissing);
        assessed.When(Kejari, Later, Claimed with { ClaimNumber = "" }).ThenRefused(InputRefusals.Blank);
        assessed.Given(CourtBatam, Later, Verdict).When(Kejari, Later, Claimed).ThenRefused(RestitutionRefusals.AfterVerdict);
        assessed.Given(Kejari, Later, Claimed).When(Kejari, Later, Claimed with { ClaimNumber = "B-403" })
            .ThenRefused(RestitutionRefusals.AlreadyClaimed);
        Nothing.When(Kejari, Later, Claimed).ThenRefused(ProsecutionRefusals.NoReport);
        AtPolice.Given(Lpsk, Tuesday, Assessed).Given(Barelang, Tuesday, new InvestigationTerminated("SP3/01", TerminationGround.ByLaw, "Daluwarsa."))
            .When(Kejari, Later, Claimed).ThenRefused(CaseFileRefusals.Terminated);
    }

    [Fact]
    public void A_claim_after_the_day_of_the_demand_says_so()
    {
        var trial = FileComplete.Given(Barelang, Tuesday, Transferred).Given(Lpsk, Tuesday, Assessed)
            .Given(Kejari, Tuesday, Indicted with { DemandOn = MondaysDate.AddDays(30) });
        trial.When(Kejari, Monday.AddDays(30), Claimed).Then(Claimed);
        trial.When(Kejari, Monday.AddDays(31), Claimed).Then(Claimed with { AfterDemand = true });
    }

    [Fact]
    public void The_court_orders_what_was_claimed()
    {
        Judged.When(CourtBatam, Later, Ordered).Then(Ordered);
        InCourt.When(CourtBatam, Later, Ordered).ThenRefused(RestitutionRefusals.NotJudged);
        InCourt.Given(CourtBatam, Later, Verdict).When(CourtBatam, Later, Ordered).ThenRefused(RestitutionRefusals.NotClaimed);
        Judged.When(CourtAtambua, Later, Ordered).ThenRefused(CaseFileRefusals.OtherCourt);
        FileComplete.When(CourtBatam, Later, Ordered).ThenRefused(CaseFileRefusals.NotIndicted);
        Judged.When(CourtBatam, Later, Ordered with { AmountRupiah = 0 }).ThenRefused(RestitutionRefusals.AmountMissing);
        Judged.When(CourtBatam, Later, Ordered with { DecisionNumber = "" }).ThenRefused(InputRefusals.Blank);
        Owed.When(CourtBatam, Later, Ordered with { DecisionNumber = "90/2026" }).ThenRefused(RestitutionRefusals.AlreadyOrdered);
    }

    [Fact]
    public void Payments_add_up_to_what_was_ordered()
    {
        var part = Paid with { AmountRupiah = 20_000_000 };
        var rest = new RestitutionPaid(Teratai, 28_000_000, "KW-16");
        Owed.When(Kejari, Later, part).Then(part).When(Kejari, Later, rest).Then(rest).State.RestitutionOf(Teratai).Paid.ShouldBe(48_000_000);
        Owed.Given(Kejari, Later, part).When(Kejari, Later, Paid with { ReceiptNumber = "KW-16" }).ThenRefused(RestitutionRefusals.PaidTooMuch);
        Judged.When(Kejari, Later, Paid).ThenRefused(RestitutionRefusals.NotOrdered);
        Owed.When(Kejari, Later, Paid with { AmountRupiah = 0 }).ThenRefused(RestitutionRefusals.AmountMissing);
        Owed.When(Kejari, Later, Paid with { ReceiptNumber = "" }).ThenRefused(InputRefusals.Blank);
    }
}
