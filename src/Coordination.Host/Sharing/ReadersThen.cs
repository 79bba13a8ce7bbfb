using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.EventStore;
using Coordination.Host.Commands;
using Coordination.Host.Security;
using Coordination.Projections.Members;

namespace Coordination.Host.Sharing;

/// <summary>
/// Who could read for an agency at a moment, by the log as it stood then: with the unit, clearance and joint teams of that moment, and nobody while
/// the agency was suspended or the officer had no rights.
/// </summary>
internal sealed class ReadersThen(EventLog log, MemberRecords members, Accounts accounts)
{
    /// <param name="unit">Only of this unit; null = of all.</param>
    /// <param name="login">Only this one; null = everybody.</param>
    public async Task<IReadOnlyList<Viewer>> Of(string agency, string? unit, string? login, DateTimeOffset at, CancellationToken ct)
    {
        if ((await Then(Membership.StreamOf(agency), AgencyDecider.Kind, Membership.None, at, ct)).IsSuspendedAt(at))
            return [];
        var forces = new List<TaskForce>();
        foreach (var force in await members.Forces(ct))
            forces.Add(await Then(TaskForce.StreamOf(force.Formed!.Code), TaskForceDecider.Kind, TaskForce.None, at, ct));
        var units = new List<UnitFile>();
        foreach (var known in (await members.UnitFiles(ct)).Select(unit => unit.Seat()).Where(seat => seat.Agency == agency))
            units.Add(await Then(UnitFile.StreamOf(known.Agency, known.Code), UnitDecider.Kind, UnitFile.None, at, ct));
        return
        [
            .. from account in await AccountsOf(agency, login, at, ct)
               where (unit is null || account.Unit == unit) && Reads(account)
               orderby account.Clearance descending
               select Viewer.Of(account.In(forces, units, at).Officer),
        ];
    }

    private async Task<IReadOnlyList<Account>> AccountsOf(string agency, string? login, DateTimeOffset at, CancellationToken ct)
    {
        bool Asked(string username) => login is null || string.Equals(login, username, StringComparison.Ordinal);
        var (found, told) = (new List<Account>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var known in (await members.All(ct)).Where(member => member.Agency == agency && Asked(member.Username)))
        {
            var then = await Then(Member.StreamOf(known.Username), OfficerDecider.Kind, Member.None, at, ct);
            if (then.Username.Length > 0)
                told.Add(then.Username);
            if (Account.Of(then, at) is { } account)
                found.Add(account);
        }

        // The demo's users have the rights that they came with until something is written about them.
        return [.. found, .. accounts.Seeds.Where(seed => seed.Agency == agency && Asked(seed.Username) && !told.Contains(seed.Username))];
    }

    // What the doors ask of a role and of a system's scopes: running the system is no reason to read it.
    private static bool Reads(Account account) => account.Role switch
    {
        OfficerRole.Operator => false,
        OfficerRole.SystemClient => account.Scopes.Contains(Scopes.Read, StringComparer.Ordinal) || account.Scopes.Contains(Scopes.Stream, StringComparer.Ordinal),
        _ => true,
    };

    private async Task<TState> Then<TState>(Guid stream, StreamKind kind, TState none, DateTimeOffset at, CancellationToken ct)
        where TState : class =>
        (await log.FetchStream(stream, ct, asOf: at)).Aggregate(none, (state, recorded) => (TState)Kinds.Evolve(kind, state, recorded));
}
