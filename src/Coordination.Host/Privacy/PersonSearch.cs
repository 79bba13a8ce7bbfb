using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Host.Access;
using Coordination.Host.Http;
using Coordination.Host.Privacy.Names;
using Coordination.Host.Vault;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Privacy;

/// <param name="Name">As heard or read; spelling, titles and order do not matter.</param>
/// <param name="BirthYear">Narrows it, give or take one year.</param>
/// <param name="CaseId">What it is for; or <paramref name="Operation"/>.</param>
public sealed record PersonSearchInput(string Name, InquiryPurpose Purpose, int? BirthYear = null, Guid? CaseId = null, string? Operation = null);

/// <param name="Person">Reference, for asking to reveal.</param>
/// <param name="Code">What pages show in place of the name.</param>
/// <param name="Masked">First letters.</param>
/// <param name="Score">0 to 100: how alike the names are.</param>
public sealed record FoundPerson(Guid Person, string Code, string Masked, int? BirthYear, int Score);

/// <summary>
/// Search by name over the persons that the viewer may know of, among the names that may reach it. Names are compared on the server, after the keyed words have found whom to open; at
/// most twenty leave, masked, and none before the look is recorded.
/// </summary>
internal sealed class PersonSearch(NameBook book, HoldingQueries holdings, LookupLimits limits, IndexKey index, IAccessLog access)
{
    public const int Most = 20;

    public static readonly Refusal NoName = new("person_search.no_name", "A search needs a name of at least two letters.", RefusalKind.Invalid);

    private const int MostOpened = 500;

    /// <exception cref="AccessLogUnavailableException">It could not be recorded; nothing is shown.</exception>
    public async Task<(IReadOnlyList<FoundPerson> Found, Problem? Problem)> Find(Viewer viewer, PersonSearchInput input, CancellationToken ct)
    {
        var words = NameForms.Words(input.Name);
        if (words.All(word => word.Length < 2))
            return ([], Problem.Of(NoName));
        if (input.CaseId is null && string.IsNullOrWhiteSpace(input.Operation))
            return ([], Problem.Of(PrivacyRefusals.NoOccasion));
        if (await limits.Take(viewer.Officer, index.Blind("search", NameForms.Canonical(input.Name)), ct) is { } tooMuch)
            return ([], Problem.Of(tooMuch));
        var candidates = await book.Candidates(input.Name, ct);
        var namers = await holdings.Namers(viewer, candidates, ct);
        var known = candidates.Where(namers.Contains).Take(MostOpened).ToDictionary(
            person => person, person => (IReadOnlyList<string>)[.. namers[person], viewer.Officer.Agency]);
        var opened = await book.Open(known, ct);
        var found = Ranked(words, input.BirthYear, opened);
        await access.Record(
            new Look(viewer.Officer, "person_searched", CodeOf(input.Purpose), "search", [.. found.Select(person => person.Person)])
            {
                Case = input.CaseId, Fields = input.BirthYear is null ? ["name"] : ["name", "birthDate"],
            },
            ct);
        return (found, null);
    }

    /// <summary>As the access log writes a purpose.</summary>
    internal static string CodeOf(InquiryPurpose purpose) => JsonNamingPolicy.SnakeCaseLower.ConvertName(purpose.ToString());

    private static List<FoundPerson> Ranked(IReadOnlyList<string> words, int? born, IReadOnlyList<OpenName> opened) =>
    [
        .. (from one in opened
           where born is null || one.BirthYear is null || Math.Abs(one.BirthYear.Value - born.Value) <= 1
           let score = NameScore.Of(words, NameForms.Words(one.Name))
           where score >= NameScore.Shown
           orderby score descending, one.Person
           select new FoundPerson(one.Person, new PersonRef(one.Person).Code, NameMask.Of(one.Name), one.BirthYear, (int)Math.Round(score * 100)))
        .DistinctBy(one => one.Person).Take(Most),
    ];
}
