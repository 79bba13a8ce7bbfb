using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// R36: the number, the address or the wording of an illegal job advertisement comes up in an application, an encounter, a tip or among what is seized,
/// before or after it was reported.
/// </summary>
internal sealed class JobAdRule : IAlertRule
{
    private const string Advertised = "advertised";
    private const string Used = "used";

    public string Id => "R36";

    public int Version => 3;

    public string Code => AlertCodes.Broker;

    public Severity Severity => Severity.High;

    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Days(180)];

    public IReadOnlySet<Type> LooksAt { get; } = ContactsMet.Types.Append(typeof(IllegalJobAdReported)).ToHashSet();

    public TimeSpan? Window(RuleValues values) => values.Span();

    public IEnumerable<Observation> Observe(Happening happening) => happening.Body switch
    {
        IllegalJobAdReported e => new[] { e.Phone, e.Advert }.OfType<ContactRef>().Distinct()
            .Select(contact => happening.Observed($"contact:{contact}", Advertised, default(PersonRef)))
            .Concat(Worded(happening, Advertised, default(PersonRef), e.AdvertTextDigest)),
        _ => ContactsMet.In(happening).Select(contact => happening.Observed($"contact:{contact}", Used, happening.Subject(ContactsMet.Person(happening))))
            .Concat(Worded(happening, Used, happening.Subject(ContactsMet.Person(happening)), WordingIn(happening.Body)))
            .Select(one => one with { Where = happening.Envelope.Checkpoint() }),
    };

    private static IReadOnlyList<string>? WordingIn(object body) => body switch
    {
        PassportInterviewConducted e => e.AdvertTextDigest,
        SecondaryInspectionConducted e => e.AdvertTextDigest,
        TipReceived e => e.AdvertTextDigest,
        _ => null,
    };

    private static IEnumerable<Observation> Worded(Happening happening, string kind, PersonRef? person, IReadOnlyList<string>? digest) =>
        AnswerDigest.Bands(digest ?? []).Select(band => happening.Observed($"advert:{band}", kind, person, AnswerDigest.Text(digest!)));

    // Contacts are the same or another; wordings are alike.
    private static bool IsSame(Observation ad, Observation use) =>
        (ad.Value, use.Value) is (null, null) || AnswerDigest.Alike(ad.Value, use.Value);

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values) =>
        from ad in known.Where(one => one.Kind == Advertised && (latest.Kind == Used || one == latest))
        from use in known.Where(one => one.Kind == Used && (latest.Kind == Advertised || one == latest))
        where IsSame(ad, use)
        select new Finding(
            $"{ad.Stream}/{use.Stream}", Severity.High, [ad, use], [.. new[] { ad, use }.Writers(), .. RuleAddressees.ImmigrationAndPolice],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["pattern"] = "R36" }, use.Where)
        {
            // Number, address and wording of one advertisement are one finding.
            Name = "jobAd",
        };
}
