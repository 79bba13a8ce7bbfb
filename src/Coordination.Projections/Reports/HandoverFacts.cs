using Coordination.Domain.Handoffs;

namespace Coordination.Projections.Reports;

/// <summary>What the visible events of a handoff come to, and which of them says what.</summary>
internal sealed class HandoverFacts
{
    public HandoverFacts(ReportInput input)
    {
        Input = input;
        Id = input.Events[0].Stream;
        Own = [.. input.Events.Where(one => one.Stream == Id)];
        State = Own.Aggregate(Handoff.None, (state, one) => Handoff.Evolve(state, (HandoffEvent)one.Body, one.Envelope));
    }

    public ReportInput Input { get; }

    public Guid Id { get; }

    public IReadOnlyList<ReportEvent> Own { get; }

    public Handoff State { get; }

    /// <summary>The event that says whom and why.</summary>
    public ReportEvent Opening => Own[0];

    public IReadOnlyList<Guid> Opened => [Opening.Id];

    /// <summary>The event by which it left; the proposal while it has not.</summary>
    public ReportEvent Sending =>
        Own.FirstOrDefault(one => one.Body is HandoffDispatched or TravellerHandedToProtection or FacilitatorHandedToPolice) ?? Opening;

    public IReadOnlyList<Guid> Sent => [Sending.Id];

    /// <summary>Everything that made the file what it is.</summary>
    public IReadOnlyList<Guid> Written => ReportMaking.Ids(Own.Where(one => one == Sending || one.Body is HandoffSupplemented));

    /// <summary>What was said of the person when it left; nothing before.</summary>
    public HandedPerson Person => Sending.Body switch
    {
        HandoffDispatched e => e.Person,
        TravellerHandedToProtection e => e.Person,
        FacilitatorHandedToPolice e => e.Person,
        _ => null,
    } ?? new();

    public string? Health => Sending.Body switch
    {
        HandoffDispatched e => e.Health,
        TravellerHandedToProtection e => e.Health,
        FacilitatorHandedToPolice e => e.Health,
        _ => null,
    };

    public IReadOnlyList<RecordWitness> Witnesses => Sending.Body switch
    {
        HandoffDispatched e => e.Witnesses,
        TravellerHandedToProtection e => e.Witnesses,
        FacilitatorHandedToPolice e => e.Witnesses,
        _ => null,
    } ?? [];

    /// <summary>The token that an officer gave in any step of this handoff: who received it need not say it again when accepting.</summary>
    public string? TokenOf(string officer) =>
        Own.Where(one => one.Envelope.By.Id == officer).Select(one => Token(one.Body)).LastOrDefault(token => token is not null);

    public string? Place => Sending.Envelope.Place;

    public ReportEvent? Last<TBody>() => Own.LastOrDefault(one => one.Body is TBody);

    public string Moment(DateTimeOffset at) => ReportTime.Moment(at, Place);

    public IEnumerable<ReportEvent> Elsewhere<TBody>() => Input.Events.Where(one => one.Stream != Id && one.Body is TBody);

    /// <summary>Where a line of the manifest was last written.</summary>
    public Guid WriterOf(EvidenceItem item) => Own.LastOrDefault(one => Lines(one.Body).Contains(item))?.Id ?? Sending.Id;

    private static string? Token(object body) => body switch
    {
        HandoffDispatched e => e.ServiceToken,
        TravellerHandedToProtection e => e.ServiceToken,
        FacilitatorHandedToPolice e => e.ServiceToken,
        HandoffReceived e => e.ServiceToken,
        HandoffAccepted e => e.ServiceToken,
        _ => null,
    };

    private static IReadOnlyList<EvidenceItem> Lines(object body) => body switch
    {
        HandoffDispatched e => e.Manifest,
        TravellerHandedToProtection e => e.Manifest ?? [],
        FacilitatorHandedToPolice e => e.Manifest,
        HandoffSupplemented e => e.Items,
        _ => [],
    };
}
