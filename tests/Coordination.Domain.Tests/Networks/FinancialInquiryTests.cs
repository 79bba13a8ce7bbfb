using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Networks;

public sealed class FinancialInquiryTests
{
    internal static readonly FinancialInquiryRequested Asked = new("B/721", "Aliran dana perekrutan.", [ElangsPhone], [Gagak]);
    internal static readonly FinancialInquiryAnswered Answered = new("LHA/14", "Tiga rekening penampung.");
    internal static readonly Officer Analyst = new("ppatk.pusat", "PPATK", "PPATK-PUSAT", OfficerRole.Officer, Level.R);

    internal static Story<FinancialInquiry, FinancialInquiryEvent, FinancialInquiryCommand> Nothing => Story.Of(FinancialInquiryDecider.Kind);

    [Fact]
    public void The_police_ask_and_the_unit_answers()
    {
        var asked = Nothing.When(Barelang, Monday, Asked).Then(Asked);
        asked.When(Analyst, Tuesday, Answered).Then(Answered).State.AnswerNumber.ShouldBe("LHA/14");
        FinancialInquiryDecider.Kind.Readers(asked.State).ShouldBe([Audiences.Unit("POLRI", "POLRESTA-BARELANG"), Audiences.Agency("PPATK")]);
    }

    [Fact]
    public void An_inquiry_says_what_for_and_about_what()
    {
        Nothing.When(Barelang, Monday, Asked with { LetterNumber = "", Purpose = "" }).ThenRefused(InputRefusals.Blank, "letterNumber", "purpose");
        Nothing.When(Barelang, Monday, Asked with { Accounts = [], Subjects = null }).ThenRefused(FinancialInquiryRefusals.NothingAsked);
        Nothing.Given(Barelang, Monday, Asked).When(Barelang, Tuesday, Asked with { LetterNumber = "B/722" }).ThenRefused(FinancialInquiryRefusals.Exists);
    }

    [Fact]
    public void There_is_one_answer_to_what_was_asked()
    {
        Nothing.When(Analyst, Tuesday, Answered).ThenRefused(FinancialInquiryRefusals.Unknown);
        Nothing.Given(Barelang, Monday, Asked).When(Analyst, Tuesday, Answered with { Summary = "" }).ThenRefused(InputRefusals.Blank, "summary");
        Nothing.Given(Barelang, Monday, Asked).Given(Analyst, Tuesday, Answered).When(Analyst, Tuesday, Answered with { AnswerNumber = "LHA/15" })
            .ThenRefused(FinancialInquiryRefusals.Answered);
    }
}
