using System.Diagnostics;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>A wish about a placement company; carries the fact that it asks to record.</summary>
public abstract record P3MICommand;

public static partial class P3MIDecider
{
    public static StreamKind<P3MI, P3MIEvent, P3MICommand> Kind { get; } =
        new("p3mi", P3MI.None, P3MI.Evolve, Decide, CommandFor, readers: Readers);

    public static Decision<P3MIEvent> Decide(P3MI company, P3MICommand command, Envelope envelope) => command switch
    {
        RegisterP3MI c => Decide(company, c, envelope),
        ChangeLicenceStatus c => Decide(company, c, envelope),
        InspectP3MI c => Decide(company, c),
        RaiseFinding c => Decide(company, c, envelope),
        DemandCorrectiveAction c => Decide(company, c, envelope),
        CompleteCorrectiveAction c => Decide(company, c),
        SanctionP3MI c => Decide(company, c, envelope),
        LiftSanction c => Decide(company, c, envelope),
        ExtendSanction c => Decide(company, c, envelope),
        _ => throw new UnreachableException($"{command.GetType().Name} has no decision."),
    };

    public static P3MICommand CommandFor(P3MIEvent fact) => fact switch
    {
        P3MIRegistered e => new RegisterP3MI(e),
        LicenceStatusChanged e => new ChangeLicenceStatus(e),
        P3MIInspected e => new InspectP3MI(e),
        FindingRaised e => new RaiseFinding(e),
        CorrectiveActionDue e => new DemandCorrectiveAction(e),
        CorrectiveActionCompleted e => new CompleteCorrectiveAction(e),
        P3MISanctioned e => new SanctionP3MI(e),
        SanctionLifted e => new LiftSanction(e),
        SanctionExtended e => new ExtendSanction(e),
        _ => throw new UnreachableException($"{fact.GetType().Name} has no command."),
    };

    /// <summary>The ministry keeps the register; its offices receive the complaints; whoever inspected follows the matter.</summary>
    private static IEnumerable<string> Readers(P3MI company) =>
    [
        Audiences.Agency(Agencies.MigrantMinistry), Audiences.Agency(Agencies.MigrantService),
        .. company.Inspectors.Select(inspector => Audiences.Unit(inspector.Agency, inspector.Unit)),
    ];

    /// <summary>Licence and sanctions are the ministry's alone; its offices recommend (UU 18/2017; PermenP2MI 4/2025).</summary>
    private static Refusal? NotMinistry(Officer by) => by.Agency == Agencies.MigrantMinistry ? null : P3MIRefusals.NotMinistry;

    private static Refusal? Unknown(P3MI company) => company.LicenceNumber is null ? P3MIRefusals.Unknown : null;
}
