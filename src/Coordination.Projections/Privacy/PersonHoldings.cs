using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Coordination.Domain.Alerts;
using Coordination.Domain.Audit;
using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Domain.Reference;
using Coordination.EventStore;
using Npgsql;

namespace Coordination.Projections.Privacy;

/// <summary>Who has entered something about whom: one row per person or contact, stream and agency.</summary>
public sealed class PersonHoldings : IProjection
{
    // One statement for a page: one per row and subject cost more than everything else together.
    private const string Write = """
        insert into person_holding (subject, stream_id, agency, unit, position, restricted, kind, last_on, keep_until, level, audience,
            is_person)
        select h.subject, h.stream_id, h.agency, h.unit, h.position, h.restricted, h.kind, h.last_on, h.keep_until, h.level,
            string_to_array(h.audience, ','), h.is_person
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            as h (subject, stream_id, agency, unit, position, restricted, kind, last_on, keep_until, level, audience, is_person)
        on conflict (subject, stream_id, agency) do update set
            unit = excluded.unit, position = excluded.position, restricted = person_holding.restricted or excluded.restricted,
            last_on = greatest(person_holding.last_on, excluded.last_on), keep_until = greatest(person_holding.keep_until, excluded.keep_until),
            level = greatest(person_holding.level, excluded.level), audience = excluded.audience
        """;

    /// <summary>What an agency enters about data protection, and what the product writes itself, is no knowledge of a person.</summary>
    private static readonly Type[] NotHoldings =
    [
        typeof(AlertEvent), typeof(AuditEvent), typeof(DeconflictionEvent), typeof(ContactNoticeEvent), typeof(SubjectRequestEvent),
        typeof(RetentionEvent), typeof(LegalHoldEvent), typeof(BreachEvent), typeof(AccessAnomalyEvent), typeof(ErasureEvent),
    ];

    /// <summary>Who stands on an open case is kept; time counts from the day on which it is closed.</summary>
    private static readonly DateOnly WhileOpen = DateOnly.MaxValue;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    private static readonly Dictionary<Type, string> KindOf = Domain.Catalogue.Entries.ToDictionary(entry => entry.Event, entry => entry.Stream.Type);

    public string Name => "PersonHoldings";

    public IReadOnlyList<string> Tables { get; } = ["person_holding"];

    public IReadOnlySet<string> Wants { get; } = EventNames.All
        .Where(name => name.Value == typeof(ErasureCarriedOut) || !NotHoldings.Any(family => family.IsAssignableFrom(name.Value)))
        .Select(name => name.Key)
        .ToHashSet(StringComparer.Ordinal);

    public ValueTask Project(IReadOnlyList<Recorded> page, ProjectionSession session, CancellationToken ct)
    {
        var held = new Dictionary<(Guid Subject, Guid Stream, string Agency), Holding>();
        foreach (var happened in page.Select(Happened.Of))
        {
            if (happened.Recorded.Body is ErasureCarriedOut or CaseClosed or CaseReopened)
                Flush(held, session); // what came before stands before it
            if (happened.Recorded.Body is ErasureCarriedOut)
                Forget(happened, session);
            else if (happened.Envelope.By.Agency != Officer.System.Agency)
                Add(happened, held);
            if (happened.Recorded.Body is CaseClosed or CaseReopened)
            {
                Flush(held, session);
                Keep(happened, happened.Recorded.Body is CaseClosed, session);
            }
        }

        Flush(held, session);
        return ValueTask.CompletedTask;
    }

    // Nobody knows anything of who was erased: there is nothing left to find, to ask for or to keep.
    private static void Forget(Happened happened, ProjectionSession session) => session.Add(
        "delete from person_holding where subject = any($1)", Parameters.Uuids([.. happened.Persons.Select(person => person.Value)]));

    private static void Keep(Happened happened, bool closed, ProjectionSession session) => session.Add(
        "update person_holding set last_on = greatest(last_on, $2), keep_until = $3 where stream_id = $1",
        Parameters.Uuid(happened.Recorded.Stream), Parameters.Date(happened.Envelope.Day),
        Parameters.Date(closed ? RetentionSchedule.KeepUntil(RetentionClass.CasePerson, happened.Envelope.Day) : WhileOpen));

    private static void Add(Happened happened, Dictionary<(Guid, Guid, string), Holding> held)
    {
        var (recorded, envelope) = (happened.Recorded, happened.Envelope);
        var subjects = happened.Persons.Select(person => (Id: person.Value, IsPerson: true))
            .Concat(ContactsIn(recorded.Body).Select(contact => (Id: contact.Value, IsPerson: false))).Distinct();
        var kind = KindOf[recorded.Type.ClrType];
        var restricted = envelope.Marking.Level >= Level.SR || envelope.Marking.Caveats.Contains("ORCON", StringComparer.Ordinal);
        var keep = kind == CaseDecider.Kind.Type ? WhileOpen : RetentionSchedule.KeepUntil(RetentionSchedule.ClassOf(kind), envelope.Day);
        foreach (var (subject, isPerson) in subjects)
        {
            var key = (subject, recorded.Stream, envelope.By.Agency);
            var now = new Holding(
                envelope.By.Unit, recorded.Position, restricted, kind, envelope.Day, keep, (int)envelope.Marking.Level,
                string.Join(',', envelope.Marking.Audience), isPerson);
            held[key] = held.TryGetValue(key, out var before) ? before.Then(now) : now;
        }
    }

    private static void Flush(Dictionary<(Guid Subject, Guid Stream, string Agency), Holding> held, ProjectionSession session)
    {
        if (held.Count == 0)
            return;
        // In one order, so that two that write do not wait for each other crosswise.
        var rows = held.OrderBy(row => row.Key.Subject).ThenBy(row => row.Key.Stream).ThenBy(row => row.Key.Agency, StringComparer.Ordinal).ToList();
        session.Add(
            Write,
            Column(rows, row => row.Key.Subject), Column(rows, row => row.Key.Stream), Column(rows, row => row.Key.Agency),
            Column(rows, row => row.Value.Unit), Column(rows, row => row.Value.Position), Column(rows, row => row.Value.Restricted),
            Column(rows, row => row.Value.Kind), Column(rows, row => row.Value.LastOn), Column(rows, row => row.Value.KeepUntil),
            Column(rows, row => row.Value.Level), Column(rows, row => row.Value.Audience), Column(rows, row => row.Value.IsPerson));
        held.Clear();
    }

    private static NpgsqlParameter Column<T>(IReadOnlyList<KeyValuePair<(Guid Subject, Guid Stream, string Agency), Holding>> rows,
        Func<KeyValuePair<(Guid Subject, Guid Stream, string Agency), Holding>, T> of) => new() { Value = rows.Select(of).ToArray() };

    private static IEnumerable<ContactRef> ContactsIn(object? value) => value switch
    {
        null or string => [],
        ContactRef contact => [contact],
        IEnumerable list => list.Cast<object>().SelectMany(ContactsIn),
        _ when value.GetType() is { IsEnum: false, Namespace: { } space } type && space.StartsWith("Coordination", StringComparison.Ordinal) =>
            Members.GetOrAdd(type, static one => one.GetProperties()).SelectMany(member => ContactsIn(member.GetValue(value))),
        _ => [],
    };

    /// <summary>A row as a page leaves it, but for what stood before.</summary>
    private sealed record Holding(
        string Unit, long Position, bool Restricted, string Kind, DateOnly LastOn, DateOnly KeepUntil, int Level, string Audience, bool IsPerson)
    {
        public Holding Then(Holding next) => this with
        {
            Unit = next.Unit, Position = next.Position, Restricted = Restricted || next.Restricted, LastOn = Max(LastOn, next.LastOn),
            KeepUntil = Max(KeepUntil, next.KeepUntil), Level = Math.Max(Level, next.Level), Audience = next.Audience,
        };

        private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
    }
}
