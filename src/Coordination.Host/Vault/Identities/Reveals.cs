using System.Security.Cryptography;
using Coordination.Domain.Kernel;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Cases;
using Npgsql;

namespace Coordination.Host.Vault;

/// <param name="Fields">Names of fields, at least one: what is not needed is not revealed.</param>
public sealed record Reveal(PersonRef Person, string Purpose, CaseId Case, IReadOnlyList<string> Fields);

/// <summary>What an agency told of one field.</summary>
public sealed record ToldValue(string Field, string Value, string Agency)
{
    // A record would print its members; this one holds what must not reach a log.
    public override string ToString() => nameof(ToldValue);
}

/// <param name="Code">What stands for the person everywhere else.</param>
/// <param name="Fields">Of those asked for the ones that may reach the officer; none after an erasure. Where agencies differ, what the officer's own told, else what was told first.</param>
/// <param name="Told">All that may reach the officer of the fields asked for, each value with the agency that told it.</param>
public sealed record RevealedPerson(PersonRef Person, string Code, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<ToldValue> Told)
{
    // A record would print its members; this one holds what must not reach a log.
    public override string ToString() => $"{nameof(RevealedPerson)} {Code}";
}

/// <summary>
/// The one way from a reference back to an identity: a named officer of a member agency, for a stated purpose, on a case that it may read and in which it
/// sees the person. Told is what its own agency told of the person, and what others told that name it to the officer. Recorded before anything is opened;
/// every reveal by itself.
/// </summary>
internal sealed class Reveals(
    CaseSummaryQueries cases, CaseTimelineQueries timeline, RevealLimit limit, IAccessLog log, Tellers tellers, DataKeys dataKeys, NpgsqlDataSource keys)
{
    public const string Action = "identity_revealed";

    /// <summary>Purposes that the law knows; each is written with the look.</summary>
    public static IReadOnlyList<string> Purposes { get; } =
        ["protection", "investigation", "prosecution", "repatriation", "health", "reintegration", "subject_request"];

    private static readonly OfficerRole[] Roles = [OfficerRole.Officer, OfficerRole.UnitHead, OfficerRole.Coordinator];

    public static readonly Refusal PurposeUnknown = new("reveal.purpose_unknown", "Say what it is for, with one of the purpose codes.", RefusalKind.Invalid);
    public static readonly Refusal FieldsUnknown = new("reveal.fields_unknown", "Name at least one field, and only fields that exist.", RefusalKind.Invalid);
    public static readonly Refusal NotMember = new("reveal.not_member", "Only members of the case may open an identity on it.", RefusalKind.Forbidden);

    /// <exception cref="AccessLogUnavailableException">It could not be recorded; nothing was opened.</exception>
    public async Task<(RevealedPerson? Revealed, Problem? Problem)> Open(Officer by, Reveal asked, CancellationToken ct)
    {
        if (!Purposes.Contains(asked.Purpose, StringComparer.Ordinal))
            return (null, Problem.Of(PurposeUnknown));
        if (asked.Fields.Count == 0 || asked.Fields.Except(PersonFields.All, StringComparer.Ordinal).Any())
            return (null, Problem.Of(FieldsUnknown));
        if (!Roles.Contains(by.Role))
            return (null, Problem.Of(HttpRefusals.RoleForbidden));
        if (!await limit.Allows(by, ct))
            return (null, Problem.Of(HttpRefusals.RateLimited with { RetryAfterSeconds = 6 }));
        if (await Refusal(Viewer.Of(by), asked, ct) is { } problem)
            return (null, problem);
        var open = await tellers.Of(Viewer.Of(by), asked.Person, ct);
        await log.Record(
            new Look(by, Action, asked.Purpose, $"person:{asked.Person}", [asked.Person.Value]) { Case = asked.Case.Value, Fields = asked.Fields }, ct);
        var told = await Read(asked, open, ct);
        var fields = told.GroupBy(value => value.Field, StringComparer.Ordinal).ToDictionary(
            field => field.Key, field => (field.LastOrDefault(value => value.Agency == by.Agency) ?? field.First()).Value, StringComparer.Ordinal);
        return (new RevealedPerson(asked.Person, asked.Person.Code, fields, told), null);
    }

    private async Task<Problem?> Refusal(Viewer viewer, Reveal asked, CancellationToken ct)
    {
        if (await cases.Find(viewer, asked.Case, ct) is not { } file)
            return Problem.Of(HttpRefusals.NotFound);
        var seen = file.Subjects.Any(subject => subject.Person == asked.Person)
            || await timeline.Page(viewer, asked.Case, new TimelineFilter(Limit: 1, Person: asked.Person), ct) is { Items.Count: > 0 };
        if (!seen)
            return Problem.Of(HttpRefusals.NotFound);
        var member = file.Members.Append(file.Agency).Contains(viewer.Officer.Agency, StringComparer.Ordinal);
        return member ? null : Problem.Of(NotMember);
    }

    private async Task<IReadOnlyList<ToldValue>> Read(Reveal asked, IReadOnlySet<string> tellers, CancellationToken ct)
    {
        if (!(await dataKeys.Find([asked.Person.Value], ct)).TryGetValue(asked.Person.Value, out var key))
            return [];
        var told = new List<ToldValue>();
        foreach (var stored in await Stored(asked.Person.Value, ct))
            if (asked.Fields.Contains(stored.Field, StringComparer.Ordinal) && tellers.Contains(stored.Agency))
                told.Add(new(stored.Field, await OpenField(key, stored.Field, stored.Value, asked.Person.Value, ct), stored.Agency));
        return [.. told.Distinct()];
    }

    private async Task<IReadOnlyList<StoredField>> Stored(Guid person, CancellationToken ct)
    {
        await using var connection = await keys.OpenConnectionAsync(ct);
        return await PersonFields.Read(connection, person, ct);
    }

    // The key at hand may be of before a rekeying a moment ago.
    private async Task<string> OpenField(DataKey key, string field, SealedBytes value, Guid person, CancellationToken ct)
    {
        try
        {
            return key.Open(field, value);
        }
        catch (CryptographicException)
        {
            dataKeys.Forget([person]);
            return (await dataKeys.Find([person], ct))[person].Open(field, value);
        }
    }
}
