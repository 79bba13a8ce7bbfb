using Coordination.Domain;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Host.Commands;
using Coordination.Projections.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Host.Tests.Api;

/// <summary>Every kind that is read as a snapshot: its routes for a stranger, and a thing of it that the stranger may know nothing of.</summary>
internal static class SnapshotRows
{
    private static readonly DateOnly Day = new(2026, 2, 12);

    public static IEnumerable<KeyValuePair<string, Func<Secrets, Attempt>>> All => SnapshotKinds.All.SelectMany(kind => new[]
    {
        Row($"GET {kind.Plural}", _ => new(Must.TellNothing, $"{kind.Plural}?limit=200")),
        Row($"GET {kind.Plural}/{{id:guid}}", secrets => new(Must.LookMissing, $"{kind.Plural}/{secrets.Thing(kind.Type)}")),
    });

    public static async Task<IReadOnlyDictionary<string, string>> Make(ApiFixture api)
    {
        var things = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in SnapshotKinds.All)
            things.Add(kind.Type, (await Open(api, kind)).Id.ToString());
        return things;
    }

    /// <summary>A thing of the kind as the first example of the catalogue that is accepted opens it, for its own agency alone.</summary>
    public static async Task<(Guid Id, long Position, Officer By)> Open(ApiFixture api, SnapshotKind kind)
    {
        var refused = new List<string>();
        foreach (var (entry, by) in Openers(kind))
        {
            var id = Guid.CreateVersion7();
            var fact = ExampleFact.Of(entry, entry.Example(), written => DeterministicId.From($"{id}{written.ToJsonString()}"));
            var envelope = api.Host.Services.GetRequiredService<Envelopes>().For(by, new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.FromHours(7)), Marking.Of(Level.T));
            var stream = kind.Named?.Invoke(fact) ?? id;
            var result = await api.Host.Services.GetRequiredService<WritePath>().Write(fact, stream, envelope, new WriteTerms(), ApiFixture.Ct);
            if (result.Problem is null)
                return (stream, result.Position, by);
            refused.Add($"{entry.Alias}: {result.Problem.Refusal.Code}");
        }

        throw new InvalidOperationException($"Nobody can open a {kind.Type} by an example of the catalogue ({string.Join(", ", refused)}).");
    }

    // Each by an agency that the stranger is not of.
    private static IEnumerable<(CatalogueEntry Entry, Officer By)> Openers(SnapshotKind kind) =>
        from entry in Catalogue.Entries
        where entry.Stream == kind.Stream && !entry.SystemOnly && entry.After.Count == 0
        let sources = Catalogue.AgenciesFor(entry, Day).Where(agency => agency != "PEMDA-KAB").ToList()
        let unit = Units.All.Where(unit => sources.Contains(unit.Agency)).OrderByDescending(unit => $"{unit.Agency}/{unit.Code}" == entry.ExampleSource)
            .FirstOrDefault()
        where unit is not null
        select (entry, new Officer("pembuka", unit!.Agency, unit!.Code, OfficerRole.UnitHead, Level.R));

    private static KeyValuePair<string, Func<Secrets, Attempt>> Row(string route, Func<Secrets, Attempt> attempt) => new(route, attempt);
}
