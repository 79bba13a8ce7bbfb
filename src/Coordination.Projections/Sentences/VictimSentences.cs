using Coordination.Domain.Kernel;
using Coordination.Domain.Victims;

namespace Coordination.Projections;

/// <summary>Victims and the administrative actions that their shield stops. Persons are codes; what a person said is in no sentence.</summary>
internal static class VictimSentences
{
    public static Wording Of(VictimEvent happened, Envelope envelope, IReadOnlyList<PersonRef> persons)
    {
        var (who, one) = (Names.Unit(envelope.By.Unit), One(happened.Person, persons));
        return happened switch
        {
            VictimReferred e => new(
                $"{who} merujuk {one.Id}{Child(e.IsChild).Id} untuk skrining korban (sumber: {Terms.Of(e.Source).Id}).",
                $"{who} referred {one.En}{Child(e.IsChild).En} for victim screening (source: {Terms.Of(e.Source).En})."),
            VictimScreened e => new(
                $"{who} menskrining {one.Id}{Child(e.IsChild).Id} dengan {e.Form}: skor {e.Score}, {(e.Indicated is true ? "ada indikasi" : "tanpa indikasi")}.",
                $"{who} screened {one.En}{Child(e.IsChild).En} with {e.Form}: score {e.Score}, {(e.Indicated is true ? "indicated" : "not indicated")}."),
            VictimStatusDetermined e => new(
                $"{who} menetapkan status {one.Id}: {Terms.Of(e.Status).Id}.", $"{who} determined the status of {one.En}: {Terms.Of(e.Status).En}."),
            VictimStatusRevised e => new(
                $"{who} mengubah penetapannya atas {one.Id}: {Terms.Of(e.Status).Id}.",
                $"{who} revised its determination on {one.En}: {Terms.Of(e.Status).En}."),
            ReflectionPeriodGranted e => new(
                $"{who} memberi {one.Id} masa pemulihan sampai {Dates.Id(e.Until)} ({e.DecisionNumber}).",
                $"{who} granted {one.En} a reflection period until {Dates.En(e.Until)} ({e.DecisionNumber})."),
            _ => new("", ""),
        };
    }

    public static Wording Of(AdministrativeActionEvent happened, Envelope envelope, IReadOnlyList<PersonRef> persons)
    {
        var (who, one) = (Names.Unit(envelope.By.Unit), One(null, persons));
        return happened switch
        {
            AdministrativeActionProposed e => new(
                $"{who} mengusulkan tindakan administratif atas {one.Id}: {Terms.List(e.Measures).Id}.",
                $"{who} proposed an administrative action against {one.En}: {Terms.List(e.Measures).En}."),
            AdministrativeActionImposed e => new(
                $"{who} mengenakan tindakan administratif atas {one.Id}: {Terms.List(e.Measures).Id} ({e.DecisionNumber}).",
                $"{who} imposed an administrative action on {one.En}: {Terms.List(e.Measures).En} ({e.DecisionNumber})."),
            AdministrativeActionSuspended e => new(
                $"Tindakan administratif atas {one.Id} dihentikan: {Terms.Of(e.Reason).Id}.",
                $"The administrative action against {one.En} was suspended: {Terms.Of(e.Reason).En}."),
            AdministrativeActionLifted => new(
                $"{who} mencabut tindakan administratif atas {one.Id}.", $"{who} lifted the administrative action against {one.En}."),
            _ => new("", ""),
        };
    }

    private static Wording One(PersonRef? told, IReadOnlyList<PersonRef> persons) =>
        (told ?? persons.Cast<PersonRef?>().FirstOrDefault()) is { } person ? new(person.Code, person.Code) : new("1 orang", "1 person");

    private static Wording Child(bool isChild) => isChild ? new(" (anak)", " (child)") : new("", "");
}
