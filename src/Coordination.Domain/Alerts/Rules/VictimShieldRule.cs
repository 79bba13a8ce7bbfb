using Coordination.Domain.Audit;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Alerts.Rules;

/// <summary>
/// A-TAK: somebody wanted to act against a suspected victim and was refused (UU 6/2011 Ps 86). The head of the unit that tried hears of it, and those who
/// look after victims by law. It says what the refusal said: not which agency holds the person to be a victim, nor how firmly.
/// </summary>
public sealed class VictimShieldRule : IAlertRule
{
    /// <summary>Refusals of the shield end in this, in whatever module.</summary>
    private const string Shield = ".victim_shield";

    // The catalogue of alerts has it without a number in the catalogue of rules.
    public string Id => AlertCodes.PunitiveAct;

    public int Version => 2;

    public string Code => AlertCodes.PunitiveAct;

    public Severity Severity => Severity.Critical;

    /// <summary>The same unit trying again on the same person within this is one finding, not two.</summary>
    public IReadOnlyList<RuleThreshold> Thresholds { get; } = [RuleThreshold.Days(1)];

    public TimeSpan? Window(RuleValues values) => values.Span();

    public IReadOnlySet<Type> LooksAt { get; } = new HashSet<Type> { typeof(CommandRejected) };

    public static bool IsShield(string code) => code.EndsWith(Shield, StringComparison.Ordinal);

    /// <summary>
    /// Who hears of it beside the unit that tried: the migrant protection service, the coordinator of the integrated services (PPT), and the PPT of the
    /// region where it was tried (UU 21/2007 Ps 46). The same whoever suspects the person, so that the list betrays nobody.
    /// </summary>
    public static IReadOnlyList<string> Protectors(string? place)
    {
        var regency = place is null ? null : Places.RegencyOf(place);
        return
        [
            Audiences.Agency("BP3MI"), Audiences.Agency("KEMENPPPA"),
            .. Units.All.Where(unit => regency is not null && unit.Agency == "PEMDA-KAB" && unit.Place == regency)
                .Select(unit => Audiences.Unit(unit.Agency, unit.Code)),
        ];
    }

    public IEnumerable<Observation> Observe(Happening happening)
    {
        var by = happening.Envelope.By;
        if (happening.Body is CommandRejected { Person: { } person } rejected && IsShield(rejected.Code))
            yield return happening.Observed($"shield:{person}/{by.Agency}/{by.Unit}", rejected.Command, person);
    }

    public IEnumerable<Finding> Judge(IReadOnlyList<Observation> known, Observation latest, IReadOnlySet<Guid> spent, RuleValues values)
    {
        if (known.Any(one => one.Event != latest.Event && spent.Contains(one.Event)))
            yield break;
        yield return new(
            latest.Event.ToString(),
            Severity.Critical,
            [latest],
            [Audiences.Unit(latest.Agency, latest.Unit), .. Protectors(latest.Where)],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["command"] = latest.Kind, ["unit"] = latest.Unit },
            latest.Where);
    }
}
