using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Vault;

namespace Coordination.Host.Intake;

/// <summary>A body that is still as the agency sent it, persons and all, and the type it is to become.</summary>
/// <param name="Origin">Unique name of the request, the same on a retry.</param>
internal sealed record RawFact(JsonElement Body, Type Type, string Agency, string Origin);

/// <summary>Either the fact, with references instead of persons, or why not.</summary>
internal sealed record ReadFact(object? Fact, Refusal? Refusal);

/// <summary>Bodies to facts: persons and contacts go into the vault on the way. Many at once meet the vault together.</summary>
internal sealed class FactReader(PersonVault vault, Contacts contacts)
{
    public static readonly Refusal DataInvalid = new("data.invalid", "The data do not fit the schema of this type.", RefusalKind.Invalid);

    public async Task<ReadFact> Read(RawFact raw, Guid call, CancellationToken ct) => (await Read([raw], call, ct))[0];

    /// <param name="call">Names the request, and no other one, not even its retry.</param>
    public async Task<IReadOnlyList<ReadFact>> Read(IReadOnlyList<RawFact> raw, Guid call, CancellationToken ct)
    {
        var introductions = raw.Select(fact => new Introductions(contacts, fact.Agency, fact.Origin)).ToList();
        var refusals = raw.Select((fact, i) => introductions[i].Collect(fact.Body, fact.Type) ?? DryRun(fact, introductions[i])).ToList();
        var willing = Enumerable.Range(0, raw.Count).Where(i => refusals[i] is null).ToList();
        var persons = await vault.Resolve([.. willing.SelectMany(i => introductions[i].Persons)], call, ct);
        var read = refusals.Select(refusal => new ReadFact(null, refusal)).ToArray();
        var next = 0;
        var owners = new List<(PersonRef, ContactRef)>();
        foreach (var i in willing)
        {
            var own = persons.Skip(next).Take(introductions[i].Persons.Count).ToList();
            next += own.Count;
            if (!own.Contains(null))
                owners.AddRange(introductions[i].Links.Select(link => (own[link.Person]!.Value, link.Contact)));
            read[i] = own.Contains(null)
                ? new ReadFact(null, VaultRefusals.PersonUnknown)
                : Parse(introductions[i].Rewrite(raw[i].Body, raw[i].Type, [.. own.Select(person => person!.Value)]), raw[i].Type);
        }
        foreach (var told in willing.GroupBy(i => raw[i].Agency, StringComparer.Ordinal))
            await vault.KeepContacts([.. told.SelectMany(i => introductions[i].Contacts).DistinctBy(c => c.Key)], owners, told.Key, ct);
        // Of a fact that names somebody unknown nobody else may stay behind either.
        var named = read.Where(fact => fact.Fact is not null).SelectMany(fact => PersonsOf(fact.Fact!)).ToHashSet();
        await vault.Withdraw(call, [.. persons.OfType<PersonRef>().Where(person => !named.Contains(person))], ct);
        return read;
    }

    /// <summary>Takes away whom the request made for facts that were refused, and for none that was not: who is told of in vain is not introduced.</summary>
    public Task Withdraw(Guid call, IEnumerable<object> refused, IEnumerable<object> taken, CancellationToken ct) =>
        vault.Withdraw(call, [.. refused.SelectMany(PersonsOf).Except(taken.SelectMany(PersonsOf))], ct);

    private static IEnumerable<PersonRef> PersonsOf(object fact) => (fact as IConcernsPersons)?.Persons() ?? [];

    // What does not fit its type must not leave a person in the vault: it is read once with the references it might get.
    private static Refusal? DryRun(RawFact raw, Introductions introductions) =>
        Parse(introductions.Rewrite(raw.Body, raw.Type, [.. introductions.Persons.Select(person => person.Proposed)]), raw.Type).Refusal;

    private static ReadFact Parse(byte[] body, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type, EventJson.Intake) is { } fact
                ? new ReadFact(fact, null)
                : new ReadFact(null, DataInvalid with { Details = ["$"] });
        }
        catch (JsonException e)
        {
            return new ReadFact(null, DataInvalid with { Details = [Where(e, type)] });
        }
    }

    // The path, or the names of the members that are missing; never a value.
    private static string Where(JsonException e, Type type)
    {
        if (e.Path is { Length: > 1 } path)
            return SafePath.Of(path);
        var missing = EventJson.Intake.GetTypeInfo(type).Properties.Where(p => p.IsRequired && e.Message.Contains($"'{p.Name}'", StringComparison.Ordinal));
        return string.Join(", ", missing.Select(p => $"$.{p.Name}")) is { Length: > 0 } names ? names : "$";
    }
}
