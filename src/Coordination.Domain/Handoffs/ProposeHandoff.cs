using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Handoffs;

public sealed record ProposeHandoff(HandoffProposed Fact) : HandoffCommand
{
    /// <summary>Sources that may not be used in court without a consent that is not there. Filled in by the write path.</summary>
    public IReadOnlyList<Guid> WithoutConsent { get; init; } = [];

    /// <summary>The case that it names is closed, and the officer may know. Filled in by the write path.</summary>
    public bool CaseClosed { get; init; }
}

public static partial class HandoffDecider
{
    public static Decision<HandoffEvent> Decide(Handoff handoff, ProposeHandoff command, Envelope envelope)
    {
        var fact = command.Fact;
        return handoff.Status switch
        {
            HandoffStatus.None when Input.Blank(("summary", fact.Summary)) is { } blank => blank,
            HandoffStatus.None when command.CaseClosed => HandoffRefusals.CaseClosed,
            HandoffStatus.None when WrongDesk(fact.Kind, fact.To, envelope) is { } refusal => refusal,
            HandoffStatus.None when fact.Kind != HandoffKind.Protection && NeedsConsent(command.WithoutConsent) is { } refusal => refusal,
            HandoffStatus.None => fact,
            _ when !IsSender(handoff, envelope.By) => HandoffRefusals.NotSender,
            _ when (handoff.Kind, handoff.Subject, handoff.To) == (fact.Kind, fact.Subject, fact.To) => Unchanged.Value,
            _ => HandoffRefusals.Exists,
        };
    }

    /// <summary>A desk where somebody is, of another unit, in an agency that can do something with this kind of handoff.</summary>
    private static Refusal? WrongDesk(HandoffKind kind, DeskAddress to, Envelope envelope) =>
        Units.Unreachable(envelope.RecordedAt, to.Agency, to.Unit, to.Desk)
        ?? ((to.Agency, to.Unit) == (envelope.By.Agency, envelope.By.Unit) ? HandoffRefusals.ToOwnUnit : null)
        ?? (Takes(Agencies.Find(to.Agency)!.Kind, kind) ? null : HandoffRefusals.WrongAgency);

    /// <summary>What goes to investigators ends up in court.</summary>
    private static Refusal? NeedsConsent(IReadOnlyList<Guid> sources) =>
        sources is [] ? null : HandoffRefusals.CourtConsentMissing with { Details = [.. sources.Select(source => source.ToString())] };

    /// <summary>Suspects go to investigators; people in need of protection never do (UU 6/2011 Ps 86, UU 21/2007 Ps 44).</summary>
    private static bool Takes(AgencyKind agency, HandoffKind kind) => kind switch
    {
        HandoffKind.Police => agency is AgencyKind.Police,
        HandoffKind.Investigation => agency is AgencyKind.Police or AgencyKind.Prosecution or AgencyKind.Immigration,
        _ => agency is AgencyKind.MigrantProtection or AgencyKind.LocalGovernment or AgencyKind.SocialAffairs or AgencyKind.WomenAndChildren
            or AgencyKind.WitnessProtection or AgencyKind.CivilSociety,
    };
}
