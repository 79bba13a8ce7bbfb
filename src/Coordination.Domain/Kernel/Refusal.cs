namespace Coordination.Domain.Kernel;

/// <summary>A no that a caller can act on. The code is public and stable; texts per language are resources keyed by it.</summary>
/// <param name="Code"><c>module.reason</c>, lower snake case; unique over the product.</param>
/// <param name="Message">English, for developers; never holds data of a person.</param>
/// <param name="Kind">What sort of no, which decides the HTTP status.</param>
public sealed record Refusal(string Code, string Message, RefusalKind Kind = RefusalKind.Conflict)
{
    /// <summary>Names of fields or items the answer is about; never values that identify a person.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

public enum RefusalKind
{
    /// <summary>The state does not allow it (409).</summary>
    Conflict,

    /// <summary>The command itself is incomplete or contradictory (422).</summary>
    Invalid,

    /// <summary>This agency, role or level may not do it (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or the caller may not know of it (404).</summary>
    NotFound,
}
