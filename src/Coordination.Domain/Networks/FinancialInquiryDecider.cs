using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>A wish about a financial inquiry; carries the fact that it asks to record.</summary>
public abstract record FinancialInquiryCommand;

public static partial class FinancialInquiryDecider
{
    public static StreamKind<FinancialInquiry, FinancialInquiryEvent, FinancialInquiryCommand> Kind { get; } =
        new("financial_inquiry", FinancialInquiry.None, FinancialInquiry.Evolve, Decide, CommandFor,
            inquiry => Persona.Each([.. Persona.Optional(inquiry.Request?.Subjects)]), Readers);

    public static Decision<FinancialInquiryEvent> Decide(FinancialInquiry inquiry, FinancialInquiryCommand command, Envelope envelope) => command switch
    {
        RequestFinancialInquiry c => Decide(inquiry, c),
        AnswerFinancialInquiry c => Decide(inquiry, c),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static FinancialInquiryCommand CommandFor(FinancialInquiryEvent fact) => fact switch
    {
        FinancialInquiryRequested e => new RequestFinancialInquiry(e),
        FinancialInquiryAnswered e => new AnswerFinancialInquiry(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>The unit that asked, and who must answer.</summary>
    private static IEnumerable<string> Readers(FinancialInquiry inquiry) => inquiry.RequestedBy is { } by
        ? [Audiences.Unit(by.Agency, by.Unit), Audiences.Agency(Agencies.FinancialIntelligence)]
        : [];
}
