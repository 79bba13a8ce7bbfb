using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Prosecution;

public sealed record StartInvestigation(InvestigationStarted Fact) : ProsecutionCommand;

public static partial class ProsecutionDecider
{
    /// <summary>Who may investigate hangs on the charges: smuggling is open to immigration, trafficking to the police alone.</summary>
    public static Decision<ProsecutionEvent> Decide(Matter matter, StartInvestigation command, Envelope envelope)
    {
        var fact = command.Fact with { Articles = [.. command.Fact.Articles.Select(LegalBases.Normal)] };
        return matter switch
        {
            _ when NotInvestigator(matter, fact.Articles, envelope) is { } refusal => refusal,
            _ when Input.Blank(("orderNumber", fact.OrderNumber)) is { } blank => blank,
            _ when Input.Empty("articles", fact.Articles) is { } empty => empty,
            { Stage: MatterStage.None } => IsPolice(envelope.By) ? ProsecutionRefusals.NoReport : fact,
            { Stage: MatterStage.Terminated } => CaseFileRefusals.Terminated,
            { OrderNumber: { } number } when IsUnit(matter, envelope.By) =>
                number == fact.OrderNumber ? Unchanged.Value : ProsecutionRefusals.AlreadyStarted,
            _ when IsUnit(matter, envelope.By) => fact,
            _ when !MayTakeOver(matter, envelope.By) => ProsecutionRefusals.OtherUnit,
            _ => IsPolice(envelope.By) ? ProsecutionRefusals.NoReport : fact,
        };
    }

    private static Refusal? NotInvestigator(Matter matter, IReadOnlyList<string> articles, Envelope envelope)
    {
        if (IsPolice(envelope.By))
            return null;
        if (matter.IsPoliceOnly || articles.Any(article => Offences.KindOf(article, envelope.Day) == Offence.Trafficking))
            return ProsecutionRefusals.TraffickingIsPolice;
        var beyond = Offences.OutOfReachOf(KindOf(envelope.By), articles, envelope.Day);
        return beyond is [] ? null : ProsecutionRefusals.OutOfReach with { Details = Input.Places("articles", articles, beyond.Contains) };
    }
}
