using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Host.Intake;

/// <summary>Reads a CloudEvent's <c>source</c>, <c>/agency/unit</c>: the caller's own agency, and its own unit or one below it.</summary>
internal static class Sources
{
    public static readonly Refusal NotYours = new(
        "events.source_not_yours", "source must be /agency/unit of the caller's own agency and unit.", RefusalKind.Forbidden);

    /// <returns>The officer as of the unit named, or null when the source is not the caller's own.</returns>
    public static Officer? Resolve(string source, Officer caller)
    {
        if (source.Trim('/').Split('/') is not [var agency, var unit] || !Names(caller.Agency, agency))
            return null;
        var own = Candidates(caller).FirstOrDefault(code => code.Equals(unit, StringComparison.OrdinalIgnoreCase))
            ?? Candidates(caller).FirstOrDefault(code => code.EndsWith("-" + unit, StringComparison.OrdinalIgnoreCase));
        return own is null ? null : caller with { Unit = own };
    }

    // PEMDA-KAB is "pemda" to those who send for it.
    private static bool Names(string agency, string said) =>
        agency.Equals(said, StringComparison.OrdinalIgnoreCase) || agency.StartsWith(said + "-", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Candidates(Officer caller) => Units.All
        .Where(unit => unit.Agency == caller.Agency && unit.Parent == caller.Unit)
        .Select(unit => unit.Code)
        .Prepend(caller.Unit);
}
