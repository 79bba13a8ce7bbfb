using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Screening;
using Coordination.Domain.Victims;
using Coordination.EventStore;
using Coordination.Host.Store;
using Coordination.Host.Victims;
using Coordination.Projections.Victims;
using Npgsql;

namespace Coordination.Host.Networks;

/// <summary>
/// Tells a decision on a punitive act what any agency holds about the person as victim. Sees all agencies' events on purpose: the shield holds
/// for everybody, also for who may not read why (UU 6/2011 Ps 86); the answer leaves only as a refusal.
/// </summary>
public sealed class VictimShieldReader(
    [FromKeyedServices(StoreModule.Daemon)] NpgsqlDataSource database, EventLog log, ProjectionDaemon views, ShieldRecords records, ShieldGate gate)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The command with the person's status in it, and the person's turn: until it is disposed, no agency's word about the person is written
    /// between this answer and the append that rests on it. Commands that neither act against a person nor speak of a victim are as they were.
    /// </summary>
    /// <exception cref="StoreUnavailableException">What was said before this moment cannot be known yet: rather no answer than a wrong one.</exception>
    public async Task<ShieldTurn> Begin(object command, object fact, Guid stream, CancellationToken ct)
    {
        if (await Against(command, stream, ct) is { } person)
        {
            var turn = await gate.Enter([person], alone: true, ct);
            try
            {
                return turn with { Command = Knowing(command, await StatusOf(person, ct)), Against = person };
            }
            catch
            {
                await turn.DisposeAsync();
                throw;
            }
        }

        var spoken = await SpokenOf(fact, stream, ct);
        return spoken is [] ? new ShieldTurn(command) : await gate.Enter(spoken, alone: false, ct) with { Command = command };
    }

    /// <summary>Whom the command acts against; null for all that acts against nobody.</summary>
    private async Task<PersonRef?> Against(object command, Guid stream, CancellationToken ct) => command switch
    {
        ProposeWatchEntry { Fact: { Kind: WatchKind.Punitive, Person: { } person } } => person,
        ApproveWatchEntry or ExtendWatchEntry => await ProposedFor(stream, ct),
        ProposeAdministrativeAction propose => propose.Fact.Person,
        ImposeAdministrativeAction { Fact.Person: { } person } => person,
        ImposeAdministrativeAction => await ActionAgainst(stream, ct),
        PunitiveBanCommand ban => await BannedIn(ban, stream, ct),
        AssignOperationOutcome assign when OperationDecider.IsPunitive(assign.Fact.Outcome) => assign.Fact.Person,
        _ => null,
    };

    private static object Knowing(object command, VictimStatus status) => command switch
    {
        ProposeWatchEntry propose => propose with { PersonStatus = status },
        ApproveWatchEntry approve => approve with { PersonStatus = status },
        ExtendWatchEntry extend => extend with { PersonStatus = status },
        ProposeAdministrativeAction propose => propose with { PersonStatus = status },
        ImposeAdministrativeAction impose => impose with { PersonStatus = status },
        PunitiveBanCommand ban => ban with { PersonStatus = status },
        AssignOperationOutcome assign => assign with { PersonStatus = status },
        _ => command,
    };

    private async Task<PersonRef?> BannedIn(PunitiveBanCommand command, Guid stream, CancellationToken ct) => command switch
    {
        RequestUrgentExitBan { Fact: var fact } => fact.Person,
        DecideExitBan { Fact: var fact } => fact.Person,
        RequestEntryBan { Fact: var fact } => fact.Person,
        _ => (await log.FetchStream(stream, ct)).Select(recorded => recorded.Body).OfType<TravelBanEvent>().OfType<IConcernsPersons>()
            .SelectMany(happened => happened.Persons()).Select(person => (PersonRef?)person).FirstOrDefault(),
    };

    private async Task<PersonRef?> ProposedFor(Guid stream, CancellationToken ct) =>
        (await log.FetchStream(stream, ct)).Select(recorded => recorded.Body).OfType<WatchEntryProposed>().FirstOrDefault() is { Kind: WatchKind.Punitive } proposed
            ? proposed.Person
            : null;

    // Proposed before, or imposed at once and suspended since.
    private async Task<PersonRef?> ActionAgainst(Guid stream, CancellationToken ct) =>
        (await log.FetchStream(stream, ct)).Select(recorded => recorded.Body).OfType<AdministrativeActionEvent>().OfType<IConcernsPersons>()
            .SelectMany(happened => happened.Persons()).Select(person => (PersonRef?)person).FirstOrDefault();

    private async Task<VictimStatus> StatusOf(PersonRef person, CancellationToken ct)
    {
        // The view is asked once it has read everything that stands in the log now.
        if (await views.WaitFor(await LastPosition(ct), Patience, ct, VictimShieldView.ProjectionName) is { Reached: false })
            throw new StoreUnavailableException("The victim shield cannot be checked yet; nothing was written.");
        return await records.StatusOf(person, ct);
    }

    /// <summary>Persons of whom the fact says that they are victims, or are none.</summary>
    private async Task<IReadOnlyList<PersonRef>> SpokenOf(object fact, Guid stream, CancellationToken ct) => fact switch
    {
        VictimEvent { Person: { } person } => [person],
        // A later fact leaves the person to the stream.
        VictimEvent or VictimIndicatorScreened { Traveller: null } or ReVictimisationDetected => await PersonsOf(stream, ct),
        _ => [.. VictimWordReactions.Of(fact, []).Select(word => word.Person)],
    };

    private async Task<PersonRef[]> PersonsOf(Guid stream, CancellationToken ct) =>
        (await log.FetchStream(stream, ct)) is [var first, ..]
            ? [.. EnvelopeHeaders.Read(first.Headers.Span, first.UserName ?? "", first.Timestamp).Persons]
            : [];

    private async Task<long> LastPosition(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq_id), 0) from public.mt_events");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
