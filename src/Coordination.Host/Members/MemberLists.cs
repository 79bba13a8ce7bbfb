using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Host.Security;
using Coordination.Projections.Members;

namespace Coordination.Host.Members;

/// <summary>Members as heads see them: those of the log, and the demo's users of whom it knows nothing yet.</summary>
internal sealed class MemberLists(MemberQueries members, Accounts accounts)
{
    public async Task<IReadOnlyList<Member>> For(Viewer viewer, CancellationToken ct)
    {
        var known = await members.Members(viewer, ct);
        var names = known.Select(member => member.Username).ToHashSet(StringComparer.Ordinal);
        var seeds = viewer.Officer.Role switch
        {
            OfficerRole.Operator => accounts.Seeds,
            OfficerRole.UnitHead or OfficerRole.Coordinator => accounts.Seeds.Where(seed => seed.Agency == viewer.Officer.Agency),
            _ => [],
        };
        return
        [
            .. known.Concat(seeds.Where(seed => !names.Contains(seed.Username)).Select(AsMember))
                .OrderBy(member => member.Agency, StringComparer.Ordinal).ThenBy(member => member.Username, StringComparer.Ordinal),
        ];
    }

    private static Member AsMember(Account seed) => Member.None with
    {
        Username = seed.Username, Agency = seed.Agency,
        Periods = [new(DateTimeOffset.MinValue, new(seed.Unit, seed.Role, seed.Clearance, seed.Privileges, seed.Scopes))],
    };
}
