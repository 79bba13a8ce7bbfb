using Coordination.Domain.Kernel;
using Coordination.Host.Security;

namespace Coordination.Host.Pages;

/// <summary>Readers of one unit.</summary>
public sealed record UnitReaders(string Agency, string Unit, int Officers);

/// <summary>
/// Answers "who will see this?" before it is sent, by asking <see cref="Visibility"/>, the function that will decide, for every account there is.
/// </summary>
public sealed class AudiencePreview(Accounts accounts)
{
    /// <param name="marking">As the thing will be marked.</param>
    /// <param name="originator">The agency that writes it.</param>
    /// <param name="members">Member agencies of the case that it stands on; none when it stands on no case.</param>
    public async Task<IReadOnlyList<UnitReaders>> Of(Marking marking, string originator, IReadOnlyList<string> members, CancellationToken ct)
    {
        var all = await accounts.All(ct);
        return
        [
            .. from account in all
               where account.Role is not (OfficerRole.Operator or OfficerRole.SystemClient)
               let viewer = Viewer.Of(account.Officer)
               let inside = members.Contains(account.Agency, StringComparer.Ordinal) ? viewer.InCase() : viewer
               where Visibility.Of(inside, marking, originator) == Sight.Full
               group account by (account.Agency, account.Unit) into unit
               orderby unit.Key.Agency == originator descending, unit.Key
               select new UnitReaders(unit.Key.Agency, unit.Key.Unit, unit.Count()),
        ];
    }
}
