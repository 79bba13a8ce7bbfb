using System.Globalization;
using Coordination.Domain.Kernel;

namespace Coordination.Projections.Cases;

/// <summary>The statements of a timeline page in each of its four orders.</summary>
internal static class TimelinePageSql
{
    /// <summary>The viewer's groups inside the case, as <c>timeline_door.sql</c> left them; null for whom the door stayed shut.</summary>
    private const string Inside = "(select nullif(current_setting('coord.inside', true), '')::text[])";

    /// <summary>What was taken back stays taken back: asking for yesterday does not undo it.</summary>
    private static readonly string NotShutOut = $"(t.agency = $1 or {VisibilitySql.NotTakenBack("t.stream_id")})";

    private const string Readers =
        "t.audience || array(select g.recipient from timeline_grant g where g.stream_id = t.stream_id and g.known_at <= $5)";

    private const string OfPerson = """
        and exists (select from timeline_person p where p.person = $13 and p.stream_id = t.stream_id)
        and exists (select from mt_events p where p.seq_id = t.position and p.headers -> 'persons' ? $13::text)
        """;

    private const string OfAgencies = "and t.agency = any($15)";

    private const string AtPlace =
        "and exists (select from mt_events p where p.seq_id = t.position and starts_with(p.headers ->> 'place', $14))";

    /// <summary>The row behind the last of the page tells the count of what is withheld where the page ends.</summary>
    private const string HandOver = """
        , case when t.number > $8 then
            set_config('coord.until_key', t.key_before::text, true) || set_config('coord.until_position', t.position_before::text, true) end
        """;

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

    /// <summary>To be asked first, in the same transaction.</summary>
    public static string Door { get; } = SqlText.Read("timeline_door");

    /// <param name="counted">What is withheld is counted behind it, in the same transaction.</param>
    public static string Of(TimelineFilter filter, bool counted) => ByOrder[filter.Order] switch
    {
        var texts when counted => texts.Counted,
        // Through broken glass, which takes no other filter.
        var texts when filter.Among is not null => texts.OfAgencies,
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
        string Fill(string text, string levels = "", string filters = "", bool counted = false) => text
            .Replace("/*filters*/", filters, StringComparison.Ordinal)
            .Replace("/*inside*/", Inside, StringComparison.Ordinal)
            .Replace("/*shut out*/", NotShutOut, StringComparison.Ordinal)
            .Replace("/*readers*/", Readers, StringComparison.Ordinal)
            .Replace("/*levels*/", levels, StringComparison.Ordinal)
            .Replace("/*after*/", after, StringComparison.Ordinal)
            .Replace("/*until*/", Until(order, until), StringComparison.Ordinal)
            .Replace("/*hand over*/", counted ? HandOver : "", StringComparison.Ordinal)
            .Replace("/*ends*/", counted ? Ends(order) : "", StringComparison.Ordinal)
            .Replace("/*order*/", order, StringComparison.Ordinal);
        return new(
            Fill(Page), Fill(Page, counted: true), Fill(Page, filters: OfPerson), Fill(Page, filters: AtPlace),
            Fill(Page, filters: $"{OfPerson} {AtPlace}"), Fill(Page, filters: OfAgencies), Fill(Count, "t.level = 2"), Fill(Count, "t.level in (1, 2)"));
    }

    private static string Ends(string order) =>
        $"""
        , row_number() over (order by {order}) as number, lag(t.occurred_at) over (order by {order}) as key_before,
                lag(t.position) over (order by {order}) as position_before
        """;

    // Left there by the page, in the same transaction, unless nothing lies behind it. A bare comparison, so that what is walked ends where the page ends.
    private static string Until(string order, string notBehind)
    {
        var (time, place) = notBehind == ">=" ? ("-infinity", 0L) : ("infinity", long.MaxValue);
        var position = string.Create(CultureInfo.InvariantCulture, $"(select coalesce(nullif(current_setting('coord.until_position', true), '')::bigint, {place}))");
        return order.Contains("occurred_at", StringComparison.Ordinal)
            ? $"""
            (t.occurred_at, t.position) {notBehind} (
                (select coalesce(nullif(current_setting('coord.until_key', true), '')::timestamptz, '{time}')), {position})
            """
            : $"t.position {notBehind} {position}";
    }

    private sealed record Statements(
        string Page, string Counted, string OfPerson, string AtPlace, string OfPersonAtPlace, string OfAgencies, string AboveRestricted, string AboveOrdinary);
}
