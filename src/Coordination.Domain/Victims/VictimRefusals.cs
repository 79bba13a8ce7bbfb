using Coordination.Domain.Kernel;

namespace Coordination.Domain.Victims;

public static class VictimRefusals
{
    public static readonly Refusal Unknown =
        new("victim.unknown", "Nothing is known of this person here; name the person to say the first word.", RefusalKind.NotFound);

    public static readonly Refusal PersonMissing =
        new("victim.person_missing", "Name the person: what is said of it meets in one stream, which follows from the person.", RefusalKind.Invalid);

    public static readonly Refusal OtherPerson =
        new("victim.other_person", "This is about another person; leave the person out, or send the ref.", RefusalKind.Invalid);

    public static readonly Refusal IndicatorUnreadable =
        new("victim.indicator_unreadable", "Indicators are codes of the form: letters, digits, point and hyphen.", RefusalKind.Invalid);

    public static readonly Refusal LanguageUnreadable =
        new("victim.language_unreadable", "The language of the form is a code such as id, en or vi.", RefusalKind.Invalid);

    public static readonly Refusal ScoreOutOfRange = new("victim.score_out_of_range", "A score is not negative.", RefusalKind.Invalid);

    public static readonly Refusal StatusMissing =
        new("victim.status_missing", "A determination says what the person is: suspected, presumed, confirmed, dual or not a victim.", RefusalKind.Invalid);

    public static readonly Refusal ElementsMissing = new(
        "victim.elements_missing", "To confirm it takes an act, a purpose and, but for a child, a means (UU 21/2007 Ps 1).", RefusalKind.Invalid);

    public static readonly Refusal Determined =
        new("victim.determined", "Your agency has determined it before; revise that determination, with the reason.");

    public static readonly Refusal NotYours =
        new("victim.not_yours", "An agency revises its own determination only.", RefusalKind.Forbidden);

    public static readonly Refusal NotSuspected =
        new("victim.not_suspected", "A reflection period is for a suspected victim.");

    public static readonly Refusal ReflectionRuns = new("victim.reflection_runs", "A reflection period runs until another day.");

    public static readonly Refusal ReflectionTooShort =
        new("victim.reflection_too_short", "A reflection period lasts 30 days at least.", RefusalKind.Invalid);
}
