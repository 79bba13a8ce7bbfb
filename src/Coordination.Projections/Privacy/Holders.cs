using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Domain.Reference;
using Npgsql;

namespace Coordination.Projections.Privacy;

/// <param name="IsSilent">All that it has entered is Sangat Rahasia or under originator control: only it may learn of the question.</param>
public sealed record Holder(string Agency, string Unit, bool IsSilent);

/// <summary>A person whose time in the vault is over.</summary>
public sealed record Expired(PersonRef Person, RetentionClass Class, string Agency, DateOnly LastEntryOn, DateOnly DueOn);

/// <summary>Who holds what, for the product itself. It has no viewer: what of it reaches whom is decided by whoever asks.</summary>
public sealed class Holders(NpgsqlDataSource database)
{
    /// <summary>Of a value that so many streams hold (the telephone of a village office) nothing is learnt, and looking further would cost.</summary>
    private const int ParkedFrom = 1_000;

    /// <summary>One line per agency but the asker's; that of its latest entry which it lets be known, else of its latest.</summary>
    public async Task<IReadOnlyList<Holder>> Of(IReadOnlyCollection<Guid> subjects, string asker, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            with held as materialized (
                select h.agency, h.unit, h.position, exists (
                    select from person_holding r where r.stream_id = h.stream_id and r.restricted) as silent
                from person_holding h where h.subject = any($1) limit $3
            )
            select distinct on (agency) agency, unit, silent from held
            where agency <> $2
            order by agency, silent, position desc
            """);
        command.Parameters.With(Parameters.Uuids(subjects), Parameters.Text(asker), Parameters.Number(ParkedFrom));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var holders = new List<Holder>();
        while (await reader.ReadAsync(ct))
            holders.Add(new(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return holders;
    }

    /// <summary>Persons whose every entry is past its time and of whom nothing is proposed yet; the longest overdue first.</summary>
    /// <param name="skip">How many of the first to pass over.</param>
    public async Task<IReadOnlyList<Expired>> Expired(DateOnly today, int skip, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select h.subject, (array_agg(h.kind order by h.keep_until desc))[1], (array_agg(h.agency order by h.last_on desc, h.position desc))[1],
                   max(h.last_on), max(h.keep_until)
            from person_holding h
            where h.subject in (select old.subject from person_holding old where old.keep_until < $1)
              and h.is_person
            group by h.subject
            having max(h.keep_until) < $1
               and not exists (
                   select from retention_proposal r
                   where r.person = h.subject and r.due_on >= max(h.keep_until) and (r.status <> 'Deferred' or r.until > $1))
            order by max(h.keep_until), h.subject offset $3 limit $2
            """);
        command.Parameters.With(Parameters.Date(today), Parameters.Number(limit), Parameters.Number(skip));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var expired = new List<Expired>();
        while (await reader.ReadAsync(ct))
            expired.Add(new(
                new(reader.GetGuid(0)), RetentionSchedule.ClassOf(reader.GetString(1)), reader.GetString(2), reader.GetFieldValue<DateOnly>(3),
                reader.GetFieldValue<DateOnly>(4)));
        return expired;
    }

    /// <summary>Does another agency than this one still have the person within its time? Its own entries are its own to give up.</summary>
    public async Task<bool> AnotherKeeps(PersonRef person, string agency, DateOnly today, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select exists (select from person_holding h where h.subject = $1 and h.agency <> $2 and h.keep_until >= $3)");
        command.Parameters.With(Parameters.Uuid(person.Value), Parameters.Text(agency), Parameters.Date(today));
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Requests and proposals that were handed to erasure and of which there is no erasure yet.</summary>
    public async Task<IReadOnlyList<Guid>> HandedOver(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select request_id from subject_request where status = 'HandedToErasure'
            union all
            select retention_id from retention_proposal where status = 'HandedToErasure'
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var handed = new List<Guid>();
        while (await reader.ReadAsync(ct))
            handed.Add(reader.GetGuid(0));
        return handed;
    }

    /// <summary>Where the log stands now.</summary>
    public async Task<long> LastPosition(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq_id), 0) from public.mt_events");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Holds that stand on the person or on a case that it is on.</summary>
    public async Task<(IReadOnlyList<CaseId> Cases, IReadOnlyList<StandingHold> Holds)> HoldsOn(PersonRef person, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            with cases as (select distinct stream_id from person_holding where subject = $1 and kind = 'case')
            select null::uuid, null::uuid, stream_id from cases
            union all
            select h.person, h.case_id, null::uuid from legal_hold h
            where h.lifted_at is null and (h.person = $1 or h.case_id in (select stream_id from cases))
            """);
        command.Parameters.With(Parameters.Uuid(person.Value));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (cases, holds) = (new List<CaseId>(), new List<StandingHold>());
        while (await reader.ReadAsync(ct))
        {
            if (!reader.IsDBNull(2))
                cases.Add(new(reader.GetGuid(2)));
            else
                holds.Add(new(reader.IsDBNull(0) ? null : new PersonRef(reader.GetGuid(0)), reader.IsDBNull(1) ? null : new CaseId(reader.GetGuid(1))));
        }
        return (cases, holds);
    }
}
