using Coordination.Domain.Kernel;

namespace Coordination.Domain.Prosecution;

public static class CompetenceConflictRefusals
{
    public static readonly Refusal Unknown = new("competence.unknown", "There is no such conflict of competence.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("competence.exists", "This conflict was raised before, between others.");

    public static readonly Refusal TwoAgencies =
        new("competence.two_agencies", "A conflict of competence is between at least two agencies.", RefusalKind.Invalid);

    public static readonly Refusal AboutNothing =
        new("competence.about_nothing", "It is about a handoff, a matter or a case; name one.", RefusalKind.Invalid);

    public static readonly Refusal NotChair = new(
        "competence.not_chair", "The chair of the coordination meeting decides: a coordinator or the head of a unit.", RefusalKind.Forbidden);

    public static readonly Refusal Decided = new("competence.decided", "It was decided before.");

    public static readonly Refusal NotCompetent =
        new("competence.not_competent", "By law this agency does not investigate that offence.", RefusalKind.Invalid);
}
