using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

/// <summary>What one victim is to get back (UU 21/2007 Ps 48-50). Amounts in whole rupiah.</summary>
/// <param name="AssessmentNumber">Number of the assessment (penilaian LPSK).</param>
[EventName("restitution_assessed")]
public sealed record RestitutionAssessed(PersonRef Victim, long AmountRupiah, string AssessmentNumber) : ProsecutionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Victim];
}

/// <param name="AfterDemand">It came later than the day of the demand; said by the product.</param>
[EventName("restitution_claimed")]
public sealed record RestitutionClaimed(PersonRef Victim, long AmountRupiah, string ClaimNumber, bool AfterDemand = false)
    : ProsecutionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Victim];
}

/// <summary>What flow (f) calls RestitutionGranted: the court's order is the grant (PERMA 1/2022).</summary>
/// <param name="DecisionNumber">Number of the verdict or decision that grants it.</param>
/// <param name="FinalOn">Day on which it became final: the time to pay runs from there. Left out, it runs from the order.</param>
[EventName("restitution_ordered")]
public sealed record RestitutionOrdered(PersonRef Victim, long AmountRupiah, string DecisionNumber, DateOnly? FinalOn = null)
    : ProsecutionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Victim];
}

/// <param name="AmountRupiah">This payment; several add up.</param>
[EventName("restitution_paid")]
public sealed record RestitutionPaid(PersonRef Victim, long AmountRupiah, string ReceiptNumber) : ProsecutionEvent, IConcernsPersons
{
    public IEnumerable<PersonRef> Persons() => [Victim];
}
