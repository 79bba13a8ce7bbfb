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

namespace Coordination.Projections.Privacy;

/// <summary>Who has entered something about whom: one row per person or contact, stream and agency.</summary>
public sealed class PersonHoldings : IProjection
{
    private const string Write = """
        insert into person_holding (subject, stream_id, agency, unit, position, restricted, kind, last_on, keep_until, level, audience,
            is_person)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
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
        foreach (var happened in page.Select(Happened.Of))
        {
            if (happened.Recorded.Body is ErasureCarriedOut)
                Forget(happened, session);
            else if (happened.Envelope.By.Agency != Officer.System.Agency)
                Add(happened, session);
            if (happened.Recorded.Body is CaseClosed or CaseReopened)
                Keep(happened, happened.Recorded.Body is CaseClosed, session);
        }
        return ValueTask.CompletedTask;
    }

    // Nobody knows anything of who was erased: there is nothing left to find, to ask for or to keep.
    private static void Forget(Happened happened, ProjectionSession session) => session.Add(
        "delete from person_holding where subject = any($1)", Parameters.Uuids([.. happened.Persons.Select(person => person.Value)]));

    private static void Keep(Happened happened, bool closed, ProjectionSession session) => session.Add(
        "update person_holding set last_on = greatest(last_on, $2), keep_until = $3 where stream_id = $1",
        Parameters.Uuid(happened.Recorded.Stream), Parameters.Date(happened.Envelope.Day),
        Parameters.Date(closed ? RetentionSchedule.KeepUntil(RetentionClass.CasePerson, happened.Envelope.Day) : WhileOpen));

    private static void Add(Happened happened, ProjectionSession session)
    {
        var (recorded, envelope) = (happened.Recorded, happened.Envelope);
        var subjects = happened.Persons.Select(person => (Id: person.Value, IsPerson: true))
            .Concat(ContactsIn(recorded.Body).Select(contact => (Id: contact.Value, IsPerson: false))).Distinct();
        var kind = KindOf[recorded.Type.ClrType];
        var restricted = envelope.Marking.Level >= Level.SR || envelope.Marking.Caveats.Contains("ORCON", StringComparer.Ordinal);
        foreach (var (subject, isPerson) in subjects)
            session.Add(
                Write,
                Parameters.Uuid(subject),
                Parameters.Uuid(recorded.Stream),
                Parameters.Text(envelope.By.Agency),
                Parameters.Text(envelope.By.Unit),
                Parameters.Bigint(recorded.Position),
                Parameters.Flag(restricted),
                Parameters.Text(kind),
                Parameters.Date(envelope.Day),
                Parameters.Date(kind == CaseDecider.Kind.Type ? WhileOpen : RetentionSchedule.KeepUntil(RetentionSchedule.ClassOf(kind), envelope.Day)),
                Parameters.Number((int)envelope.Marking.Level),
                Parameters.Texts(envelope.Marking.Audience),
                Parameters.Flag(isPerson));
    }

    private static IEnumerable<ContactRef> ContactsIn(object? value) => value switch
    {
        null or string => [],
        ContactRef contact => [contact],
        IEnumerable list => list.Cast<object>().SelectMany(ContactsIn),
        _ when value.GetType() is { IsEnum: false, Namespace: { } space } type && space.StartsWith("Coordination", StringComparison.Ordinal) =>
            Members.GetOrAdd(type, static one => one.GetProperties()).SelectMany(member => ContactsIn(member.GetValue(value))),
        _ => [],
    };
}
