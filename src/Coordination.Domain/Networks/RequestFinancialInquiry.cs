using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record RequestFinancialInquiry(FinancialInquiryRequested Fact) : FinancialInquiryCommand;

public static partial class FinancialInquiryDecider
{
    public static Decision<FinancialInquiryEvent> Decide(FinancialInquiry inquiry, RequestFinancialInquiry command) => inquiry switch
    {
        { Request: { } before } => before.LetterNumber == command.Fact.LetterNumber ? Unchanged.Value : FinancialInquiryRefusals.Exists,
        _ when Input.Blank(("letterNumber", command.Fact.LetterNumber), ("purpose", command.Fact.Purpose)) is { } blank => blank,
        _ when command.Fact is { Accounts: [], Subjects: null or [] } => FinancialInquiryRefusals.NothingAsked,
        _ => command.Fact,
    };
}
