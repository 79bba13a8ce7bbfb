using Coordination.Domain.Kernel;

namespace Coordination.Projections.Cases;

/// <summary>The statements of a timeline page in each of its four orders.</summary>
internal static class TimelinePageSql
{
    private const string Door = """
        select g.groups
        from timeline_case c
        cross join lateral (
            select case when coalesce((
                select m.joined from timeline_member m
                where m.case_id = c.case_id and m.agency = $1 and m.known_at <= $5 order by m.position desc limit 1), false
            ) then $2 || '{members}'::text[] else $2 end as groups
        ) g
        where c.case_id = $4 and c.known_at <= $5
          and coordination.sight(
              c.level, c.audience || array(select r.recipient from timeline_grant r where r.stream_id = c.case_id and r.known_at <= $5),
              c.agency, $1, g.groups, $3) >= 2
          and (c.agency = $1 or not coordination.was_shut_out(c.case_id))
        """;

    /// <summary>What was taken back stays taken back: asking for yesterday does not undo it.</summary>
    private const string NotShutOut = "(t.agency = $1 or not coordination.was_shut_out(t.stream_id))";

    private const string Readers =
        "t.audience || array(select g.recipient from timeline_grant g where g.stream_id = t.stream_id and g.known_at <= $5)";

    private const string OfPerson = """
        and exists (select from timeline_person p where p.person = $13 and p.stream_id = t.stream_id)
        and exists (select from mt_events p where p.seq_id = t.position and p.headers -> 'persons' ? $13::text)
        """;

    private const string AtPlace =
        "and exists (select from mt_events p where p.seq_id = t.position and starts_with(p.headers ->> 'place', $14))";

    private static readonly string Page = SqlText.Read("timeline_page");
    private static readonly string Count = SqlText.Read("timeline_withheld");

    private static readonly Dictionary<TimelineOrder, Statements> ByOrder = new()
    {
        [TimelineOrder.OccurredNewestFirst] = With(
            "(t.occurred_at, t.position) < ($6::timestamptz, $7::bigint)",
            ">=",
            "t.occurred_at desc, t.position desc"),
        [TimelineOrder.OccurredOldestFirst] = With(
            "(t.occurred_at, t.position) > ($6::timestamptz, $7::bigint)",
            "<=",
            "t.occurred_at, t.position"),
        [TimelineOrder.RecordedNewestFirst] = With(
            "t.position < $7::bigint and $6::timestamptz is not null", ">=", "t.position desc"),
        [TimelineOrder.RecordedOldestFirst] = With(
            "t.position > $7::bigint and $6::timestamptz is not null", "<=", "t.position"),
    };

    public static string Of(TimelineFilter filter) => ByOrder[filter.Order] switch
    {
        var texts when filter is { Person: null, Place: null } => texts.Page,
        var texts when filter.Place is null => texts.OfPerson,
        var texts when filter.Person is null => texts.AtPlace,
        var texts => texts.OfPersonAtPlace,
    };

    /// <param name="clearance">Below Rahasia: above it there is nothing that may be known and not be read.</param>
    public static string Withheld(TimelineOrder order, Level clearance) =>
        clearance == Level.T ? ByOrder[order].AboveRestricted : ByOrder[order].AboveOrdinary;

    public static bool NewestFirst(TimelineOrder order) => order is TimelineOrder.OccurredNewestFirst or TimelineOrder.RecordedNewestFirst;

    /// <param name="until">How what does not lie behind the last entry of the page compares with it.</param>
    private static Statements With(string after, string until, string order)
    {
        string Fill(string text, string levels = "", string filters = "") => text
            .Replace("/*filters*/", filters, StringComparison.Ordinal)
            .Replace("/*door*/", Door, StringComparison.Ordinal)
            .Replace("/*shut out*/", NotShutOut, StringComparison.Ordinal)
            .Replace("/*readers*/", Readers, StringComparison.Ordinal)
            .Replace("/*levels*/", levels, StringComparison.Ordinal)
            .Replace("/*after*/", after, StringComparison.Ordinal)
            .Replace("/*until*/", Until(order, until), StringComparison.Ordinal)
            .Replace("/*order*/", order, StringComparison.Ordinal);
        return new(
            Fill(Page), Fill(Page, filters: OfPerson), Fill(Page, filters: AtPlace), Fill(Page, filters: $"{OfPerson} {AtPlace}"),
            Fill(Count, "t.level = 2"), Fill(Count, "t.level in (1, 2)"));
    }

    // Left there by the page, in the same transaction, unless nothing lies behind it.
    private static string Until(string order, string notBehind) => order.Contains("occurred_at", StringComparison.Ordinal)
        ? $"""
        coalesce((t.occurred_at, t.position) {notBehind} (
            (select nullif(current_setting('coord.until_key', true), '')::timestamptz),
            (select nullif(current_setting('coord.until_position', true), '')::bigint)), true)
        """
        : $"coalesce(t.position {notBehind} (select nullif(current_setting('coord.until_position', true), '')::bigint), true)";

    private sealed record Statements(
        string Page, string OfPerson, string AtPlace, string OfPersonAtPlace, string AboveRestricted, string AboveOrdinary);
}
