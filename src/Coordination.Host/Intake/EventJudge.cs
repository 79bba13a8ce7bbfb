using System.Text.Json;
using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Vault;

namespace Coordination.Host.Intake;

/// <summary>One event after its attributes were understood.</summary>
internal sealed record Judged(string? Id, Refusal? Refusal, RawFact? Raw = null, Guid Stream = default, Envelope? Envelope = null, IdempotencyKey? Key = null);

/// <summary>What a CloudEvent's attributes mean here: type, source, subject, time, marking and legal basis.</summary>
internal sealed class EventJudge(EventTypes types, Kinds kinds, Envelopes envelopes)
{
    public const string TypePrefix = "id.satgas.";

    public static readonly Refusal UnknownType = new("events.unknown_type", "There is no event of this type; see GET /api/v1/catalogue.", RefusalKind.Invalid);

    public static readonly Refusal ByHandOnly = new(
        "events.by_hand_only", "A person decides this at a screen; it cannot be sent as an event.", RefusalKind.Forbidden);

    public Judged Judge(ReadEvent read, Officer caller)
    {
        if (read.Event is not { } cloudEvent)
            return new Judged(read.Id, read.Fault);
        if (TypeOf(cloudEvent) is not { } type)
            return new Judged(read.Id, UnknownType with { Details = ["type"] });
        if (type.IsDefined(typeof(ByHandAttribute), inherit: false))
            return new Judged(read.Id, ByHandOnly with { Details = ["type"] });
        if (Catalogue.Find(cloudEvent.Type[TypePrefix.Length..]) is { SystemOnly: true })
            return new Judged(read.Id, AuthorityRefusals.NotAllowed with { Details = ["type"] });
        if (Sources.Resolve(cloudEvent.Source, caller) is not { } by)
            return new Judged(read.Id, Sources.NotYours with { Details = ["source"] });
        var (marking, refusal) = Markings.Read(cloudEvent.Extension("marking"), List(cloudEvent.Extension("audience")), List(cloudEvent.Extension("caveats")));
        if (refusal is not null)
            return new Judged(read.Id, refusal);
        if (Fingerprint(cloudEvent) is not { } fingerprint)
            return new Judged(read.Id, VaultRefusals.TextUnreadable with { Details = ["data"] });
        var source = cloudEvent.Source.Trim('/').ToUpperInvariant();
        var envelope = envelopes.For(
            by, cloudEvent.Time, marking, cloudEvent.Extension("place")?.Trim().ToUpperInvariant(), List(cloudEvent.Extension("legalbasis")) ?? [], cloudEvent.Subject);
        return new Judged(
            read.Id, null, new RawFact(cloudEvent.Data, type, by.Agency, $"{source}/{cloudEvent.Id}"), StreamOf(cloudEvent, type, by), envelope,
            new IdempotencyKey($"ce:{source}", cloudEvent.Id, fingerprint));
    }

    // Half a surrogate pair is JSON by its grammar and text in no encoding: it cannot even be written again.
    private static byte[]? Fingerprint(CloudEvent cloudEvent)
    {
        try
        {
            return cloudEvent.Fingerprint();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private Type? TypeOf(CloudEvent cloudEvent) => cloudEvent.Type.StartsWith(TypePrefix, StringComparison.Ordinal)
        ? types.Find(cloudEvent.Type[TypePrefix.Length..])?.ClrType
        : null;

    /// <summary>A uuid names a stream that exists; anything else is the agency's own name of the thing, and always leads to the same stream.</summary>
    private Guid StreamOf(CloudEvent cloudEvent, Type type, Officer by)
    {
        if (Guid.TryParse(cloudEvent.Subject, out var existing))
            return existing;
        var thing = cloudEvent.Subject ?? $"{cloudEvent.Source}#{cloudEvent.Id}";
        return DeterministicId.From($"{by.Agency}/{kinds.Of(type).Type}/{thing.Trim()}");
    }

    private static string[]? List(string? text) => text?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
