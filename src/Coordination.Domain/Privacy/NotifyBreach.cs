using Coordination.Domain.Kernel;

namespace Coordination.Domain.Privacy;

public sealed record NotifyBreach(BreachNotified Fact) : BreachCommand;

public static partial class BreachDecider
{
    public static Decision<BreachEvent> Decide(Breach breach, NotifyBreach command, Envelope envelope) => breach switch
    {
        _ when Unworkable(breach, envelope) is { } refusal => refusal,
        // A notice says what data, what is done and what is made good (Ps 46 ayat 2): that stands in the assessment.
        { Assessment: null } => PrivacyRefusals.NotAssessed,
        _ when Input.Empty("parties", command.Fact.Parties) is { } empty => empty,
        _ when command.Fact.Parties.All(breach.Notified.ContainsKey) => Unchanged.Value,
        _ when Input.Blank(("reference", command.Fact.Reference)) is { } blank => blank,
        _ => command.Fact,
    };
}
