using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record DeclareBreach(BreachDeclared Fact) : BreachCommand;

public static partial class BreachDecider
{
    public static Decision<BreachEvent> Decide(Breach breach, DeclareBreach command, Envelope envelope) => breach switch
    {
        { Declared: not null } => breach.Agency == envelope.By.Agency ? Unchanged.Value : PrivacyRefusals.UnknownBreach,
        _ when Input.Blank(("summary", command.Fact.Summary)) is { } blank => blank,
        _ when command.Fact.Until < command.Fact.From => PrivacyRefusals.TimesReversed,
        // A clock of the law that could be set by hand could be set back: it never starts after the moment of telling.
        _ when command.Fact.KnownAt > envelope.RecordedAt => PrivacyRefusals.KnownInFuture,
        _ => command.Fact,
    };
}
