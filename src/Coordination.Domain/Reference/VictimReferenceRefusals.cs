using Coordination.Domain.Kernel;

namespace Coordination.Domain.Reference;

public static class VictimReferenceRefusals
{
    public static readonly Refusal UnknownForm =
        new("reference.unknown_form", "There was no screening form of this code on that day.", RefusalKind.Invalid);

    public static readonly Refusal UnknownGuideline =
        new("reference.unknown_guideline", "There was no guideline of this code on that day.", RefusalKind.Invalid);
}
