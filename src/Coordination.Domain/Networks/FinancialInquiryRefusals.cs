using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public static class FinancialInquiryRefusals
{
    public static readonly Refusal Unknown = new("financial_inquiry.unknown", "There is no such inquiry.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("financial_inquiry.exists", "Another letter was sent here.");

    public static readonly Refusal NothingAsked =
        new("financial_inquiry.nothing_asked", "An inquiry names at least one account or person.", RefusalKind.Invalid);

    public static readonly Refusal Answered = new("financial_inquiry.answered", "It was answered before, by another letter.");
}
