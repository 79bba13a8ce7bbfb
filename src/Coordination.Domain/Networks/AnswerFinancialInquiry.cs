using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record AnswerFinancialInquiry(FinancialInquiryAnswered Fact) : FinancialInquiryCommand;

public static partial class FinancialInquiryDecider
{
    public static Decision<FinancialInquiryEvent> Decide(FinancialInquiry inquiry, AnswerFinancialInquiry command) => inquiry switch
    {
        { Request: null } => FinancialInquiryRefusals.Unknown,
        { AnswerNumber: { } number } => number == command.Fact.AnswerNumber ? Unchanged.Value : FinancialInquiryRefusals.Answered,
        _ when Input.Blank(("answerNumber", command.Fact.AnswerNumber), ("summary", command.Fact.Summary)) is { } blank => blank,
        _ => command.Fact,
    };
}
