using Coordination.Domain.Kernel;
using Coordination.Domain.Victims;

namespace Coordination.Projections.Reports;

/// <summary>
/// What was done for a victim whom an operation met, as its report says it: which service, and since when. Where somebody is sheltered, by whom treated
/// and with what result stays in the file of the services.
/// </summary>
public static class VictimServices
{
    private static readonly HashSet<Type> Kinds =
    [
        typeof(ShelterAdmitted), typeof(HealthAssessed), typeof(MedicoLegalExamined), typeof(PsychosocialAssessed), typeof(ServicePlanAgreed),
        typeof(CounsellingSessionHeld), typeof(FamilySupported), typeof(LegalAidAssigned), typeof(WitnessProtectionGranted), typeof(RepatriationPlanned),
    ];

    public static bool Is(object body) => Kinds.Contains(body.GetType());

    internal static IReadOnlyList<ReportEvent> For(OperationFacts facts, PersonRef person) =>
        [.. facts.Input.Events.Where(one => Is(one.Body) && one.Persons.Contains(person)).OrderBy(one => one.Envelope.OccurredAt).ThenBy(one => one.Position)];

    /// <summary>Each kind once, with its first day.</summary>
    internal static IEnumerable<string> Said(IReadOnlyList<ReportEvent> services, string? place) => services
        .GroupBy(one => one.Alias, StringComparer.Ordinal)
        .Select(kind => $"{Lower(EventSentences.GlossOf(kind.Key).Id)} {ReportTime.Day(kind.First().Envelope.OccurredAt, place)}");

    private static string Lower(string gloss) => string.Concat(gloss[..1].ToLowerInvariant(), gloss[1..]);
}
