using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record DeclareBreach(BreachDeclared Fact) : BreachCommand
{
    /// <summary>
    /// Members of the fact that name an account of another agency, or a person whose looks are not told to this one. Filled in by the write path.
    /// </summary>
    public IReadOnlyList<string> NotOwn { get; init; } = [];
}

public static partial class BreachDecider
{
    public static Decision<BreachEvent> Decide(Breach breach, DeclareBreach command, Envelope envelope) => breach switch
    {
        { Declared: not null } => breach.Agency == envelope.By.Agency ? Unchanged.Value : PrivacyRefusals.UnknownBreach,
        _ when Input.Blank(("summary", command.Fact.Summary)) is { } blank => blank,
        _ when command.Fact.Until < command.Fact.From => PrivacyRefusals.TimesReversed,
        // A clock of the law that could be set by hand could be set back: it never starts after the moment of telling.
        _ when command.Fact.KnownAt > envelope.RecordedAt => PrivacyRefusals.KnownInFuture,
        // The report shows what was looked at by these accounts and who looked at these persons: an access report, and no way around its rule.
        _ when command.NotOwn is { Count: > 0 } notOwn => PrivacyRefusals.BreachOfOthers with { Details = notOwn },
        _ => command.Fact,
    };
}
