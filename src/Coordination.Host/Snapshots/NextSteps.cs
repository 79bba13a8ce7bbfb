using System.Collections.Frozen;
using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Intake;
using Coordination.Projections;
using Coordination.Projections.Snapshots;

namespace Coordination.Host.Snapshots;

/// <summary>A fact that may be stated about a thing now.</summary>
/// <param name="Type">Type of the CloudEvent that states it.</param>
/// <param name="Method">With <paramref name="Path"/>, the route that takes it too; null where there is none.</param>
public sealed record SnapshotStep(string Type, Wording Gloss, string? Method, string? Path)
{
    /// <summary>For pages.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public CatalogueEntry Entry { get; init; } = null!;
}

/// <summary>
/// What an officer may do about a thing: what the law lets the agency state, tried on the thing's state with the example of the catalogue. An answer
/// about what was entered does not count; one about the state or the person does.
/// </summary>
internal sealed class NextSteps(EventLog log, Envelopes envelopes, IServiceProvider services)
{
    private readonly Lazy<FrozenDictionary<Type, (string Method, string Pattern)>> _routes = new(() => RoutesOf(services));

    /// <summary>For a thing that the officer may read: asked before this.</summary>
    public async Task<IReadOnlyList<SnapshotStep>> Of(Officer by, SnapshotKind kind, Guid id, CancellationToken ct) =>
        Of(by, kind, await StateOf(kind, id, ct), id);

    /// <summary>The thing as the decisions see it.</summary>
    public async Task<object> StateOf(SnapshotKind kind, Guid id, CancellationToken ct) => (await log.FetchStream(id, ct)).Aggregate(
        kind.Stream.Initial, (before, recorded) => Kinds.Evolve(kind.Stream, before, recorded));

    public IReadOnlyList<SnapshotStep> Of(Officer by, SnapshotKind kind, object state, Guid id)
    {
        var envelope = envelopes.For(by);
        return [.. EntriesOf(kind, envelope).Where(entry => Allows(entry, state, envelope)).Select(entry => Step(entry, id))];
    }

    /// <summary>Facts with which the officer's agency may open a new thing of the kind.</summary>
    public IReadOnlyList<CatalogueEntry> Openers(Officer by, SnapshotKind kind)
    {
        var envelope = envelopes.For(by);
        return [.. EntriesOf(kind, envelope).Where(entry => Allows(entry, kind.Stream.Initial, envelope))];
    }

    private static IEnumerable<CatalogueEntry> EntriesOf(SnapshotKind kind, Envelope envelope) => Catalogue.Entries.Where(entry =>
        entry.Stream == kind.Stream && !entry.SystemOnly && Admission.Of(entry.Command.Name, envelope).Refusal is null);

    private static bool Allows(CatalogueEntry entry, object state, Envelope envelope)
    {
        var known = entry.Stream.Persons(state).Select(person => (Guid?)person.Value).FirstOrDefault();
        var fact = ExampleFact.Of(entry, entry.Example(), written => known ?? DeterministicId.From(written.ToJsonString()));
        var decision = entry.Stream.Decide(state, entry.Stream.CommandFor(fact), envelope);
        return decision.Refusal is { } refusal ? refusal.Kind == RefusalKind.Invalid : !decision.IsUnchanged;
    }

    private SnapshotStep Step(CatalogueEntry entry, Guid id)
    {
        var (method, pattern) = _routes.Value.GetValueOrDefault(entry.Event);
        return new(EventJudge.TypePrefix + entry.Alias, new(entry.Gloss, entry.EnglishGloss), method, pattern?.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal))
        {
            Entry = entry,
        };
    }

    // Routes whose only place is the thing.
    private static FrozenDictionary<Type, (string, string)> RoutesOf(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.Parameters is [{ Name: "id" }])
            .Select(endpoint => (endpoint, endpoint.Metadata.GetMetadata<FactNote>()?.Fact))
            .Where(pair => pair.Fact is not null)
            .DistinctBy(pair => pair.Fact)
            .ToFrozenDictionary(
                pair => pair.Fact!,
                pair => (pair.endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], pair.endpoint.RoutePattern.RawText!));
}
