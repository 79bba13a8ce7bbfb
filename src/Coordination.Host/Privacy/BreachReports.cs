using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.EventStore;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Projections.Privacy;

namespace Coordination.Host.Privacy;

/// <param name="Party">Whom.</param>
/// <param name="Late">More than 72 hours after it was known.</param>
public sealed record NoticeGiven(NotifiedParty Party, DateTimeOffset At, bool Late);

/// <summary>What the law asks to be told of a breach (UU 27/2022 Ps 46 ayat 2): which data, when and how, and what was done.</summary>
/// <param name="Persons">Codes of all persons hit: those that were named, and those that the access log shows.</param>
/// <param name="Access">What the access log shows of the time; the entries it rests on are cited by number.</param>
public sealed record BreachReport(
    Guid Id, string Agency, string Unit, string LegalBasis, string Summary, DateTimeOffset KnownAt, DateTimeOffset DueAt, DateTimeOffset From,
    DateTimeOffset Until, BreachRisk? Risk, IReadOnlyList<DataKind> Data, IReadOnlyList<string> Officers, IReadOnlyList<string> Persons,
    AccessSummary Access, string? Handling, string? Recovery, IReadOnlyList<NoticeGiven> Notices, bool IsClosed);

/// <summary>Builds the report from the breach's events and the access log. Showing it is a look like any other.</summary>
internal sealed class BreachReports(PrivacyQueries privacy, EventLog log, AccessSummaries summaries, IAccessLog access)
{
    private const string Law = "UU-27-2022:46";

    /// <summary>Null when the viewer may not know of the breach.</summary>
    /// <exception cref="AccessLogUnavailableException">It could not be recorded; nothing is shown.</exception>
    public async Task<BreachReport?> Of(Viewer viewer, Guid id, CancellationToken ct)
    {
        if (await privacy.FindBreach(viewer, id, ct) is not { } found)
            return null;
        var breach = (Breach)(await log.FetchStream(id, ct)).Aggregate(
            BreachDecider.Kind.Initial as object, (state, recorded) => Kinds.Evolve(BreachDecider.Kind, state, recorded));
        var (declared, due) = (breach.Declared!, breach.DueAt!.Value);
        var named = (declared.Subjects ?? []).Select(person => person.Value).ToList();
        var summary = await summaries.Of(declared.From, declared.Until, breach.Agency, declared.Officers ?? [], named, ct);
        // Who came near a person through a misused account is hit, and who was named.
        var hit = summary.Persons.Union(named).Select(person => new PersonRef(person)).ToList();
        await access.Record(
            new Look(viewer.Officer, "breach_report_read", PersonSearch.CodeOf(InquiryPurpose.SubjectRequest), $"breach:{id}",
                [.. hit.Select(person => person.Value)]),
            ct);
        return new(
            id, breach.Agency, found.Unit, Law, declared.Summary, declared.KnownAt, due, declared.From, declared.Until, breach.Assessment?.Risk,
            breach.Assessment?.Data ?? [], declared.Officers ?? [], [.. hit.Select(person => person.Code).Order(StringComparer.Ordinal)], summary,
            breach.Assessment?.Handling, breach.Assessment?.Recovery,
            [.. breach.Notified.OrderBy(notice => notice.Value).Select(notice => new NoticeGiven(notice.Key, notice.Value, notice.Value > due))],
            breach.IsClosed);
    }
}
