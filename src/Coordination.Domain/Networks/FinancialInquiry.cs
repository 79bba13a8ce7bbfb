using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public sealed record FinancialInquiry
{
    public static FinancialInquiry None { get; } = new();

    public FinancialInquiryRequested? Request { get; private init; }

    public Officer? RequestedBy { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    public string? AnswerNumber { get; private init; }

    public static FinancialInquiry Evolve(FinancialInquiry inquiry, FinancialInquiryEvent happened, Envelope envelope) => happened switch
    {
        FinancialInquiryRequested e => inquiry with { Request = e, RequestedBy = envelope.By, RequestedAt = envelope.OccurredAt },
        FinancialInquiryAnswered e => inquiry with { AnswerNumber = e.AnswerNumber },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no case in the fold of a financial inquiry."),
    };
}
