using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;
using static Coordination.Domain.Tests.Prosecution.MatterStory;

namespace Coordination.Domain.Tests.Prosecution;

/// <summary>The file between investigator, prosecutor and court: no step is skipped.</summary>
public sealed class CaseFileTests
{
    private static readonly DateTimeOffset Later = Tuesday.AddDays(5);

    [Fact]
    public void A_file_goes_to_the_prosecutor_who_was_notified()
    {
        AtPolice.Given(Barelang, Monday, Notified).When(Barelang, Tuesday, new CaseFileSubmitted("BP/21")).Then(Submitted);
        AtPolice.When(Barelang, Tuesday, Submitted).ThenRefused(CaseFileRefusals.NotNotified);
        Nothing.When(Barelang, Tuesday, Submitted).ThenRefused(ProsecutionRefusals.NoReport);
        AtPolice.Given(Barelang, Monday, Notified).When(Barelang, Tuesday, Submitted with { LetterNumber = " " }).ThenRefused(InputRefusals.Blank);
        WithProsecutor.When(Barelang, Later, Submitted with { LetterNumber = "BP/22" }).ThenRefused(CaseFileRefusals.WithProsecutor);
        GivenBack.When(Barelang, Later, Submitted with { LetterNumber = "BP/22" }).ThenRefused(CaseFileRefusals.FileReturned);
        FileComplete.When(Barelang, Later, Submitted with { LetterNumber = "BP/22" }).ThenRefused(CaseFileRefusals.AlreadyComplete);
        WithProsecutor.When(Belu, Later, Submitted).ThenRefused(ProsecutionRefusals.OtherUnit);
    }

    [Fact]
    public void The_prosecutor_gives_it_back_with_instructions()
    {
        WithProsecutor.When(Kejari, Later, Returned with { Version = 0 }).Then(Returned);
        WithProsecutor.When(Kejari, Later, Returned with { Instructions = [] }).ThenRefused(InputRefusals.Empty, "instructions");
        WithProsecutor.When(Kejari, Later, Returned with { LetterNumber = "" }).ThenRefused(InputRefusals.Blank);
        WithProsecutor.When(KejariBelu, Later, Returned).ThenRefused(CaseFileRefusals.OtherProsecutor);
        AtPolice.When(Kejari, Later, Returned).ThenRefused(CaseFileRefusals.NotNotified);
        AtPolice.Given(Barelang, Monday, Notified).When(Kejari, Later, Returned).ThenRefused(CaseFileRefusals.NotSubmitted);
        GivenBack.When(Kejari, Later, Returned with { LetterNumber = "P19/312" }).ThenRefused(CaseFileRefusals.FileReturned);
        FileComplete.When(Kejari, Later, Returned).ThenRefused(CaseFileRefusals.AlreadyComplete);
    }

    [Fact]
    public void Instructions_that_follow_the_notice_of_incompleteness_are_the_same_return()
    {
        var notice = new CaseFileReturned(FileReturn.P18, "P18/310", []);
        var told = WithProsecutor.When(Kejari, Later, notice).Then(notice with { Version = 1 });
        told.When(Kejari, Later.AddDays(3), Returned).Then(Returned).State.Returns.ShouldBe([Later]);
    }

    [Fact]
    public void A_returned_file_comes_back_as_the_next_version()
    {
        var again = new CaseFileResubmitted("BP/21.a", Evidence: [Stream(22)]);
        var second = GivenBack.When(Barelang, Later, again).Then(again with { Version = 2 });
        (second.State.FileVersion, second.State.Evidence).ShouldSatisfyAllConditions(
            state => state.FileVersion.ShouldBe(2), state => state.Evidence.ShouldBe([Phone, Stream(22)]));
        WithProsecutor.When(Barelang, Later, again).ThenRefused(CaseFileRefusals.NotReturned);
        GivenBack.When(Barelang, Later, again with { LetterNumber = "" }).ThenRefused(InputRefusals.Blank);
        GivenBack.When(Belu, Later, again).ThenRefused(ProsecutionRefusals.OtherUnit);
    }

    [Fact]
    public void A_complete_file_is_declared_complete_once()
    {
        WithProsecutor.When(Kejari, Later, new CaseFileDeclaredComplete("P21/350")).Then(Complete);
        WithProsecutor.When(Kejari, Later, new CaseFileDeclaredComplete("")).ThenRefused(InputRefusals.Blank);
        WithProsecutor.When(KejariBelu, Later, Complete).ThenRefused(CaseFileRefusals.OtherProsecutor);
        AtPolice.Given(Barelang, Monday, Notified).When(Kejari, Later, Complete).ThenRefused(CaseFileRefusals.NotSubmitted);
        GivenBack.When(Kejari, Later, Complete).ThenRefused(CaseFileRefusals.FileReturned);
        FileComplete.When(Kejari, Later, Complete with { LetterNumber = "P21/351" }).ThenRefused(CaseFileRefusals.AlreadyComplete);
    }

    [Fact]
    public void Suspect_and_evidence_go_after_the_declaration_and_nothing_stays_behind()
    {
        FileComplete.When(Barelang, Later, Transferred).Then(Transferred);
        WithProsecutor.When(Barelang, Later, Transferred).ThenRefused(CaseFileRefusals.NotComplete);
        GivenBack.When(Barelang, Later, Transferred).ThenRefused(CaseFileRefusals.NotComplete);
        FileComplete.When(Barelang, Later, Transferred with { Evidence = [] }).ThenRefused(CaseFileRefusals.EvidenceLeftBehind, Phone.ToString());
        FileComplete.When(Barelang, Later, Transferred with { Suspects = [] }).ThenRefused(InputRefusals.Empty, "suspects");
        FileComplete.When(Barelang, Later, Transferred with { RecordNumber = "" }).ThenRefused(InputRefusals.Blank);
        FileComplete.When(Belu, Later, Transferred).ThenRefused(ProsecutionRefusals.OtherUnit);
        InCourt.When(Barelang, Later, Transferred with { RecordNumber = "BAST/45" }).ThenRefused(CaseFileRefusals.AlreadyTransferred);
    }

    [Fact]
    public void An_indictment_follows_the_transfer()
    {
        var transferred = FileComplete.Given(Barelang, Later, Transferred);
        transferred.When(Kejari, Later, Indicted).Then(Indicted);
        transferred.When(KejariBelu, Later, Indicted).ThenRefused(CaseFileRefusals.OtherProsecutor);
        transferred.When(Kejari, Later, Indicted with { Articles = [] }).ThenRefused(InputRefusals.Empty, "articles");
        transferred.When(Kejari, Later, Indicted with { Court = "" }).ThenRefused(InputRefusals.Blank, "court");
        FileComplete.When(Kejari, Later, Indicted).ThenRefused(CaseFileRefusals.NotTransferred);
        InCourt.When(Kejari, Later, Indicted with { IndictmentNumber = "PDM-78" }).ThenRefused(CaseFileRefusals.AlreadyIndicted);
    }

    [Fact]
    public void The_court_of_the_indictment_judges()
    {
        InCourt.When(CourtBatam, Later, Verdict).Then(Verdict);
        InCourt.When(CourtAtambua, Later, Verdict).ThenRefused(CaseFileRefusals.OtherCourt);
        FileComplete.When(CourtBatam, Later, Verdict).ThenRefused(CaseFileRefusals.NotIndicted);
        InCourt.When(CourtBatam, Later, Verdict with { Articles = [] }).ThenRefused(InputRefusals.Empty, "articles");
        InCourt.When(CourtBatam, Later, Verdict with { Outcome = VerdictOutcome.Acquitted, Articles = [], TermMonths = 0, FineRupiah = 0 })
            .Then(Verdict with { Outcome = VerdictOutcome.Acquitted, Articles = [], TermMonths = 0, FineRupiah = 0 });
        InCourt.When(CourtBatam, Later, Verdict with { FineRupiah = -1 }).ThenRefused(CaseFileRefusals.AmountNegative);
        InCourt.When(CourtBatam, Later, Verdict with { VerdictNumber = "" }).ThenRefused(InputRefusals.Blank);
    }

    [Fact]
    public void Several_accused_have_a_verdict_each() =>
        InCourt.Given(CourtBatam, Later, Verdict).When(CourtBatam, Later, Verdict with { VerdictNumber = "89/2026", Accused = [Gagak] })
            .Then(Verdict with { VerdictNumber = "89/2026", Accused = [Gagak] });
}
