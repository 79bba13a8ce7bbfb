using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Members;

/// <summary>
/// Members as the product itself makes them: by the person at the machine (the command line), and for the demo's users when the first event
/// about one is written. There must be a first head before there can be others.
/// </summary>
public sealed class MemberAdmin(Decider decider, TimeProvider clock)
{
    /// <summary>Writes what is missing for the member to have exactly these rights from now on.</summary>
    /// <returns>Position in the log to wait for; 0 when there was nothing to write.</returns>
    /// <exception cref="InvalidOperationException">It cannot be: the message says why.</exception>
    public Task<long> Establish(Account wanted, CancellationToken ct) => Transact(wanted, _ => false, ct);

    /// <summary>Writes a demo user into the log as it stands, if nothing is written about it yet.</summary>
    internal Task<long> Adopt(Account seed, CancellationToken ct) => Transact(seed, member => member.Username.Length > 0, ct);

    private async Task<long> Transact(Account wanted, Func<Member, bool> isDone, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var envelope = new Envelope(Officer.System, now, now, null, [], Marking.Of(Level.T, Audiences.Agency(wanted.Agency)), null);
        var fold = new Fold<object>(OfficerDecider.Kind.Type, Member.None, (state, recorded) => Kinds.Evolve(OfficerDecider.Kind, state, recorded));
        var outcome = await decider.Transact<object, Refusal>(
            fold, Member.StreamOf(wanted.Username), null,
            (state, _) => isDone((Member)state) ? new Proposal<Refusal>(null, []) : Propose((Member)state, wanted, envelope), null, ct);
        return outcome.Refusal is { } refusal ? throw new InvalidOperationException(refusal.Message) : outcome.Position;
    }

    private static Proposal<Refusal> Propose(Member member, Account wanted, Envelope envelope)
    {
        var events = new List<NewEvent>();
        foreach (var fact in Facts(member, wanted, envelope.RecordedAt))
        {
            var decision = OfficerDecider.Decide(member, OfficerDecider.CommandFor(fact), envelope);
            if (decision.Refusal is { } refusal)
                return new Proposal<Refusal>(refusal, []);
            foreach (var happened in decision.Events)
            {
                member = Member.Evolve(member, happened, envelope);
                events.Add(new NewEvent(
                    Guid.CreateVersion7(envelope.RecordedAt), happened, envelope.RecordedAt, EnvelopeHeaders.Write(envelope, []), envelope.By.Id));
            }
        }
        return new Proposal<Refusal>(null, events);
    }

    private static IEnumerable<OfficerEvent> Facts(Member member, Account wanted, DateTimeOffset now)
    {
        var system = wanted.Role == OfficerRole.SystemClient;
        if (member.Username.Length == 0)
            yield return system
                ? new ClientRegistered(wanted.Username, wanted.Agency, wanted.Unit, wanted.Scopes)
                : new OfficerAppointed(wanted.Username, wanted.Agency, wanted.Unit);
        if (member.IsDisabledAt(now))
            yield return new OfficerEnabled("Ditetapkan kembali di mesin.");
        if (member.Username.Length > 0 && member.Periods[^1].Rights.Unit != wanted.Unit)
            yield return new OfficerMoved(wanted.Unit);
        var has = member.RightsAt(now);
        if ((has?.Role, has?.Clearance) != (wanted.Role, wanted.Clearance) || wanted.Privileges.Except(has?.Privileges ?? []).Any())
            yield return new RightsGranted(wanted.Role, wanted.Clearance, wanted.Privileges, "Ditetapkan di mesin.");
    }
}
