using Coordination.Domain.Kernel;

namespace Coordination.Domain.Intelligence;

public static class IntelligenceRefusals
{
    public static readonly Refusal Unknown = new("intelligence.unknown", "There is no such report.", RefusalKind.NotFound);

    public static readonly Refusal GradeOutOfRange =
        new("intelligence.grade_out_of_range", "The grade of the information is a number from 1 to 6.", RefusalKind.Invalid);

    public static readonly Refusal NotOriginator =
        new("intelligence.not_originator", "Only the agency that filed the report may do this.", RefusalKind.Forbidden);

    public static readonly Refusal NotAddressed =
        new("intelligence.not_addressed", "The report was not shared with this agency.", RefusalKind.NotFound);

    public static readonly Refusal OriginatorControl =
        new("intelligence.originator_control", "The originator allows no onward sharing.", RefusalKind.Forbidden);

    public static readonly Refusal NamedOfficersOnly =
        new("intelligence.named_officers_only", "Sangat Rahasia is shared with named officers only.", RefusalKind.Forbidden);

    public static readonly Refusal SecondPersonNeeded = new(
        "intelligence.second_person_needed", "Sangat Rahasia is released by two: ask a unit head or coordinator of your agency.", RefusalKind.Forbidden);

    public static readonly Refusal UnknownCaveat =
        new("intelligence.unknown_caveat", "There is no handling code of this name.", RefusalKind.Invalid);

    public static readonly Refusal OwnReport = new("intelligence.own_report", "The originator has nothing to acknowledge.");
}
