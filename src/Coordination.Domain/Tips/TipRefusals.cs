using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tips;

public static class TipRefusals
{
    public static readonly Refusal Unknown = new("tip.unknown", "There is no such tip.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("tip.exists", "Under this reference another report was taken down.");

    public static readonly Refusal AnonymousNamed =
        new("tip.anonymous_named", "An anonymous report names no way to reach its reporter.", RefusalKind.Invalid);

    public static readonly Refusal CodeMissing = new("tip.code_missing", "A report needs a tracking code.", RefusalKind.Invalid);

    public static readonly Refusal HashMalformed =
        new("tip.hash_malformed", "A SHA-256 has 64 hexadecimal digits.", RefusalKind.Invalid);

    public static readonly Refusal OutOfRange = new("tip.out_of_range", "A number lies outside of what is possible.", RefusalKind.Invalid);

    public static readonly Refusal NotDesk =
        new("tip.not_desk", "Only the desk that took the report, the task force or the owner may do this.", RefusalKind.Forbidden);

    public static readonly Refusal NotOwner =
        new("tip.not_owner", "Only the unit that the tip was assigned to, or the task force, may say what became of it.", RefusalKind.Forbidden);

    public static readonly Refusal NotTriaged = new("tip.not_triaged", "A tip is triaged before anybody gets it.");

    public static readonly Refusal NotAssigned = new("tip.not_assigned", "Nobody owns this tip yet.");

    public static readonly Refusal CannotOwn =
        new("tip.cannot_own", "This agency cannot verify what the public tells.", RefusalKind.Invalid);

    public static readonly Refusal Answered = new("tip.answered", "The owner has said what became of it.");

    public static readonly Refusal NothingToTell =
        new("tip.nothing_to_tell", "A reporter is told of an outcome once there is one.", RefusalKind.Invalid);
}
