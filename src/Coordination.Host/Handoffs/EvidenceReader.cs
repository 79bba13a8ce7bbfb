using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.EventStore;
using Coordination.Host.Commands;

namespace Coordination.Host.Handoffs;

/// <summary>
/// Tells a decision about an item of evidence what the manifest of its handoff says of it, to those who may know of that handoff. For all others
/// there is no such item.
/// </summary>
internal sealed class EvidenceReader(EventLog log, Sightings sightings) : IInformant
{
    /// <summary>An item of a manifest has one stream, whoever speaks of it first.</summary>
    public static Guid StreamFor(object fact, Guid stream) => fact switch
    {
        EvidenceRegistered { Handoff: { } handoff } e => EvidenceDecider.StreamOf(handoff, e.Item),
        EvidenceCustodyChanged { Handoff: { } handoff, Item: { } item } => EvidenceDecider.StreamOf(handoff, item),
        _ => stream,
    };

    /// <summary>The command with what it must know; other commands as they are.</summary>
    public async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct) => command switch
    {
        RegisterEvidence { Fact: { Handoff: { } handoff } fact } register => await With(register, handoff, fact.Item, by, ct),
        ChangeCustody { Fact: { Handoff: { } handoff, Item: { } item } } change => await With(change, handoff, item, by, ct),
        _ => command,
    };

    private async Task<EvidenceCommand> With(EvidenceCommand command, HandoffId id, string item, Officer by, CancellationToken ct)
    {
        if (!await sightings.MayKnow(by, HandoffDecider.Kind.Type, id.Value, ct) || await Find(id, ct) is not { } handoff)
            return command;
        return command with
        {
            Manifest = handoff.Manifest.FirstOrDefault(line => line.Item == item), Handoff = id, Keeper = new(handoff.FromAgency, handoff.FromUnit),
        };
    }

    private async Task<Handoff?> Find(HandoffId id, CancellationToken ct)
    {
        var events = await log.FetchStream(id.Value, ct);
        return events is [] || events.Any(recorded => recorded.Body is not HandoffEvent)
            ? null
            : (Handoff)events.Aggregate((object)Handoff.None, (state, recorded) => Kinds.Evolve(HandoffDecider.Kind, state, recorded));
    }
}
