using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record CloseBreach(BreachClosed Fact) : BreachCommand;

public static partial class BreachDecider
{
    public static Decision<BreachEvent> Decide(Breach breach, CloseBreach command, Envelope envelope) => breach switch
    {
        { IsClosed: true } when breach.Agency == envelope.By.Agency => Unchanged.Value,
        _ when Unworkable(breach, envelope) is { } refusal => refusal,
        { IsNotified: false } => PrivacyRefusals.NotNotified,
        _ when Input.Blank(("note", command.Fact.Note)) is { } blank => blank,
        _ => command.Fact,
    };
}
