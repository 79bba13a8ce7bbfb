using Coordination.Domain.Kernel;

namespace Coordination.Domain.Advisories;

/// <summary>What an event of an advisory means for the warning that it rests on.</summary>
/// <param name="Id">Id of the event that says it in the warning's stream: follows from what is said, so that it is said once.</param>
public sealed record WarningEcho(Guid Id, Guid Warning, NetworkWarningEvent Happened);

/// <summary>The warning's own stream says what was made of it, so that its clocks can run on that.</summary>
public static class WarningReactions
{
    /// <param name="state">The advisory after the event.</param>
    /// <returns>Null for what means nothing to a warning.</returns>
    public static WarningEcho? To(Guid advisory, TpiAdvisory state, TpiAdvisoryEvent happened) => (state.Publication?.Warning, happened) switch
    {
        ({ } warning, TpiAdvisoryPublished e) => new(IdOf(advisory, "published"), warning, new WarningAdvised(advisory, e.AdvisoryNumber)),
        ({ } warning, HitOutcomeReported e) => new(IdOf(advisory, $"hit/{e.HitNumber}"), warning, new WarningOutcomeNoted(advisory, e.HitNumber)),
        _ => null,
    };

    private static Guid IdOf(Guid advisory, string what) => DeterministicId.From($"warning_echo/{advisory}/{what}");
}
