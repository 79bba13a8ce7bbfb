using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts.Rules;

internal static class ObservedHappening
{
    public static Observation Observed(this Happening happening, string key, string kind, PersonRef? person, string? value = null)
    {
        var envelope = happening.Envelope;
        return new(
            key, kind, happening.Event, happening.Stream, envelope.OccurredAt, person ?? default, envelope.Place ?? envelope.By.Unit,
            envelope.By.Agency, envelope.By.Unit, envelope.Marking) { Value = value };
    }

    /// <summary>Whom it is about where the event itself does not say: the first whom its stream concerns.</summary>
    public static PersonRef? Subject(this Happening happening, PersonRef? said) =>
        said ?? happening.Persons.Select(person => (PersonRef?)person).FirstOrDefault();

    /// <summary>Senders say the checkpoint as place or as unit; "the same place" must not hang on that.</summary>
    public static string Checkpoint(this Envelope envelope) =>
        new[] { envelope.Place, envelope.By.Unit }.FirstOrDefault(code => code is not null && Checkpoints.Find(code) is not null)
            ?? envelope.Place ?? envelope.By.Unit;

    /// <summary>Units that wrote the evidence.</summary>
    public static IReadOnlyList<string> Writers(this IEnumerable<Observation> evidence) =>
        [.. evidence.Select(one => Audiences.Unit(one.Agency, one.Unit)).Distinct(StringComparer.Ordinal)];
}
