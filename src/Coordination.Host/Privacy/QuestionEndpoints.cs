using Coordination.Domain.Privacy;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Projections.Privacy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Privacy;

/// <summary>Deconfliction and search by name over HTTP. Both are POST: a value that names a person stands in no URL (OWASP ASVS 5.0 14.2.1).</summary>
internal static class QuestionEndpoints
{
    private const int MaxName = 200;

    public static void Map(RouteGroupBuilder api)
    {
        var questions = api.MapGroup("deconfliction").WithTags("Privacy").RequireAuthorization(Permissions.Work);
        questions.MapPost("", Ask)
            .WithName("askDeconfliction").WithSummary("Does any agency know this? Answers whom to call, and tells them who asks; nothing else, to neither.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        questions.MapGet("questions", Questions).Reads(PrivacyQueries.Reads)
            .WithName("listQuestions").WithSummary("What your agency asked, and whom it was told to call.");
        questions.MapGet("notices", Notices).Reads(PrivacyQueries.Reads)
            .WithName("listContactNotices").WithSummary("Who asked about something that your agency has entered.");
        questions.MapFact(
            "POST", "notices/{id:guid}/acknowledgement", "acknowledgeContactNotice", "Say that your desk has taken it up.", _ => new ContactNoticeAcknowledged());
        api.MapPost("persons/search", Search).WithTags("Privacy").RequireAuthorization(Permissions.Work)
            .WithName("searchPersons").WithSummary("Persons whose name is like this one, among those that you may know of; masked, ranked, at most 20. Recorded.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Results<Ok<DeconflictionAnswer>, Problem>> Ask(
        DeconflictionInput input, HttpRequest request, CurrentOfficer officer, Deconfliction deconfliction, CancellationToken ct)
    {
        if (!FactEndpoints.TryReadKey(request))
            return Problem.Of(HttpRefusals.BadHeader.About("Idempotency-Key"));
        var key = request.Headers["Idempotency-Key"].ToString();
        var (answer, problem) = await deconfliction.Ask(officer.Value, input, key.Length == 0 ? null : key, ct);
        return problem is null ? TypedResults.Ok(answer) : problem;
    }

    private static async Task<Results<Ok<PageBody<QuestionView>>, Problem>> Questions(
        CurrentOfficer officer, PrivacyQueries privacy, CancellationToken ct, string? after = null, int? limit = null) =>
        Paging.Read(after, limit, out var keyset, out var rows) is { } wrong
            ? wrong
            : TypedResults.Ok(PageBody<QuestionView>.Of(await privacy.Questions(officer.Viewer, keyset, rows, ct)));

    private static async Task<Results<Ok<PageBody<NoticeView>>, Problem>> Notices(
        CurrentOfficer officer, PrivacyQueries privacy, CancellationToken ct, bool? open = null, string? after = null, int? limit = null) =>
        Paging.Read(after, limit, out var keyset, out var rows) is { } wrong
            ? wrong
            : TypedResults.Ok(PageBody<NoticeView>.Of(await privacy.Notices(officer.Viewer, open ?? false, keyset, rows, ct)));

    private static async Task<Results<Ok<PageBody<FoundPerson>>, Problem>> Search(
        PersonSearchInput input, CurrentOfficer officer, PersonSearch search, CancellationToken ct)
    {
        if (input.Name.Length > MaxName)
            return Problem.Of(PersonSearch.NoName);
        var (found, problem) = await search.Find(officer.Viewer, input, ct);
        return problem is null ? TypedResults.Ok(new PageBody<FoundPerson>(found, null, 0)) : problem;
    }
}
