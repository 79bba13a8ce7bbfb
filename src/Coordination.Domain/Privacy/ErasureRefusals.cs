using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public static class ErasureRefusals
{
    public static readonly Refusal Unknown = new("erasure.unknown", "There is no such erasure.", RefusalKind.NotFound);

    /// <summary>Also when another agency introduced the person: that is not told.</summary>
    public static readonly Refusal PersonUnknown = new("erasure.person_unknown", "There is no person of this reference among yours.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("erasure.exists", "This erasure is of another person.");
    public static readonly Refusal OnHold = new("erasure.on_hold", "An open case, a court, a legal hold or another agency needs the identity; it cannot be erased now.");

    public static readonly Refusal SecondPersonNeeded = new(
        "erasure.second_person_needed", "A unit head or coordinator of the agency that asked decides.", RefusalKind.Forbidden);

    public static readonly Refusal SamePerson = new("erasure.same_person", "Who asked for an erasure may not decide on it.", RefusalKind.Forbidden);
    public static readonly Refusal NotOffered = new(
        "erasure.text_not_offered", "One of the texts is not around this person, or you may not read it.", RefusalKind.Invalid);

    public static readonly Refusal Decided = new("erasure.decided", "It has been decided otherwise.");
    public static readonly Refusal NotApproved = new("erasure.not_approved", "Only an approved erasure is carried out.");
}
