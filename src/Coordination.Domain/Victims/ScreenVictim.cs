using System.Text.RegularExpressions;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Victims;

public sealed record ScreenVictim(VictimScreened Fact) : VictimCommand;

public static partial class VictimDecider
{
    public static Decision<VictimEvent> Decide(Victim victim, ScreenVictim command, Envelope envelope)
    {
        if (ScreeningForms.Missing(command.Fact.Form, envelope.Day) is { } unknown)
            return unknown;
        var fact = Judged(victim, command.Fact);
        return victim switch
        {
            _ when Problem(victim, fact.Person) is { } problem => problem,
            _ when fact.Score < 0 => VictimRefusals.ScoreOutOfRange,
            _ when Unreadable(fact.Indicators) is { Length: > 0 } places => VictimRefusals.IndicatorUnreadable with { Details = places },
            _ when !Language().IsMatch(fact.FormLanguage) => VictimRefusals.LanguageUnreadable,
            { Screening: { } last } when Same(last, fact) => Unchanged.Value,
            _ => fact,
        };
    }

    /// <summary>The score indicates what the form says; an officer who sees more may say so, never less.</summary>
    private static VictimScreened Judged(Victim victim, VictimScreened told)
    {
        var isChild = told.IsChild || victim.IsChild;
        var indicated = told.Indicated is true || ScreeningForms.Find(told.Form)!.Indicates(told.Score, told.Indicators.Count, isChild);
        return told with { Person = told.Person ?? victim.Person, IsChild = isChild, Indicated = indicated };
    }

    private static string[] Unreadable(IReadOnlyList<string> indicators) =>
        Input.Places("indicators", indicators, indicator => !Code().IsMatch(indicator));

    private static bool Same(VictimScreened one, VictimScreened other) =>
        one with { Indicators = [] } == other with { Indicators = [] } && Input.Same(one.Indicators, other.Indicators);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]{0,39}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z]{2,3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Language();
}
