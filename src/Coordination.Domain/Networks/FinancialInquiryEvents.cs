using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Stream <c>financial_inquiry</c>: one question of the police to the financial intelligence unit (PPATK). Stored forever: add a V2, never edit.</summary>
public abstract record FinancialInquiryEvent;

/// <param name="LetterNumber">Number of the letter of request.</param>
/// <param name="Accounts">Accounts to follow; at least one account or person.</param>
[EventName("financial_inquiry_requested")]
public sealed record FinancialInquiryRequested(
    string LetterNumber,
    [Narrative] string Purpose,
    IReadOnlyList<ContactRef> Accounts,
    IReadOnlyList<PersonRef>? Subjects = null,
    CaseId? Case = null,
    IReadOnlyList<Guid>? Sources = null) : FinancialInquiryEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => Persona.Each([.. Persona.Optional(Subjects)]);
}

/// <param name="AnswerNumber">Number of the letter of answer.</param>
/// <param name="Sha256">64 hex digits over the report, which stays where it is.</param>
[EventName("financial_inquiry_answered")]
public sealed record FinancialInquiryAnswered(string AnswerNumber, [Narrative] string Summary, string? Sha256 = null) : FinancialInquiryEvent;
