using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Coordination.Host.Access;
using Coordination.Host.Commands;
using Coordination.Host.Security;

namespace Coordination.Host.Privacy;

/// <summary>Tells who declares a breach whether it speaks of its own accounts, and of persons whose looks it may be told.</summary>
internal sealed class BreachFacts(Accounts accounts, AccessReport report) : IInformant
{
    public async Task<object> Inform(object command, Guid stream, Officer by, CancellationToken ct) =>
        command is DeclareBreach declare ? declare with { NotOwn = await NotOwn(declare.Fact, by, ct) } : command;

    private async Task<IReadOnlyList<string>> NotOwn(BreachDeclared fact, Officer by, CancellationToken ct)
    {
        var notOwn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var officer in fact.Officers ?? [])
            if (await accounts.AgencyOf(officer, ct) != by.Agency)
                notOwn.Add("officers");
        foreach (var person in fact.Subjects ?? [])
            if (!await report.MayAskOf(Viewer.Of(by), person, ct))
                notOwn.Add("subjects");
        return [.. notOwn];
    }
}
