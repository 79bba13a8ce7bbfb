using Coordination.Domain.Kernel;
using Coordination.Domain.Members;

namespace Coordination.Host.Security;

/// <summary>A person's or system's account. Its rights of now become the <see cref="Officer"/> written into every event.</summary>
public sealed record Account(string Username, string Agency, string Unit, OfficerRole Role, Level Clearance)
{
    public IReadOnlyList<Privilege> Privileges { get; init; } = [];

    /// <summary>Of an agency's system: the most that its tokens may be used for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Codes of the joint teams it is in now, apart by spaces.</summary>
    public string TaskForces { get; init; } = "";

    /// <summary>Desks of other units at which it sits or stands in now, as <c>UNIT/DESK</c>, apart by spaces.</summary>
    public string Desks { get; init; } = "";

    public Officer Officer => new(Username, Agency, Unit, Role, Clearance) { TaskForces = TaskForces, Desks = Desks };

    /// <summary>With the teams and desks of a moment. No agency seats the people of another one.</summary>
    internal Account In(IEnumerable<TaskForce> forces, IEnumerable<UnitFile> units, DateTimeOffset at) => this with
    {
        TaskForces = string.Join(' ', forces.Where(force => force.Has(Username, Agency, at)).Select(force => force.Formed!.Code)),
        Desks = string.Join(
            ' ', units.Where(unit => unit.Seat().Agency == Agency && unit.Seat().Code != Unit && unit.WorksAt(at))
                .SelectMany(unit => unit.DesksOf(Username, at).Select(desk => $"{unit.Seat().Code}/{desk}"))),
    };

    /// <returns>Null when the member has no rights at that moment.</returns>
    internal static Account? Of(Member member, DateTimeOffset at) => member.RightsAt(at) is { } rights
        ? new Account(member.Username, member.Agency, rights.Unit, rights.Role, rights.Clearance) { Privileges = rights.Privileges, Scopes = rights.Scopes }
        : null;
}

/// <summary>An account with what is needed to check its password. Never leaves this folder.</summary>
internal sealed record Credential(Account Account, PasswordHash? Hash);
