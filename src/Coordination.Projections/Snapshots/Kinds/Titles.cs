using Coordination.Domain.Kernel;

namespace Coordination.Projections.Snapshots.Kinds;

/// <summary>Parts of titles.</summary>
internal static class Titles
{
    public static Wording Of(Wording what, PersonRef? person) => person is { } one ? new($"{what.Id} {one.Code}", $"{what.En} {one.Code}") : what;

    public static Wording Of(Wording what, Wording which) => new($"{what.Id}: {which.Id}", $"{what.En}: {which.En}");

    /// <summary>With a number or code that is the same in every language; none while there is none.</summary>
    public static Wording Of(Wording what, string? number) => string.IsNullOrWhiteSpace(number) ? what : new($"{what.Id} {number}", $"{what.En} {number}");
}
