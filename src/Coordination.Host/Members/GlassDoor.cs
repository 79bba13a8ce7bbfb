using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Host.Commands;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Coordination.Host.Sharing;
using Coordination.Projections.Cases;
using Coordination.Projections.Members;

namespace Coordination.Host.Members;

/// <summary>
/// Breaking the glass: whether the officer holds the right, whether there is a case that it would open, and who is told. What it opens is one case to read, by its
/// own routes and page; nothing else in the product knows of it, so nothing else (lists, search, live stream, export) is opened by it.
/// </summary>
internal sealed class GlassDoor(
    Accounts accounts, Things things, MemberRecords members, CaseSummaryQueries cases, NumberedCases numbers, BrokenGlassQueries glasses,
    WritePath writes, Envelopes envelopes, TimeProvider clock, DecisionLog log)
{
    /// <param name="named">The case's number, as people know it, or its id.</param>
    public async Task<WriteResult> Open(Officer by, string named, string reason, long hours, WriteTerms terms, CancellationToken ct)
    {
        // Whatever is too long is refused alike, also what no clock can count.
        var length = TimeSpan.FromHours(Math.Clamp(hours, 0, GlassFile.Longest.Hours + 1));
        // The right first: without it nobody learns which numbers there are.
        if (await accounts.Find(by.Id, ct) is not { Account.Privileges: { } privileges } || !privileges.Contains(Privilege.BreakGlass))
        {
            log.Denied(BreakGlassRefusals.NoRight, by.Id);
            return No(Problem.Of(BreakGlassRefusals.NoRight), Guid.Empty);
        }
        return (Guid.TryParse(named, out var id) ? new CaseId(id) : await numbers.Find(named, ct)) is { } held
            ? await Open(by, held, reason, length, terms, ct)
            : No(Problem.Of(HttpRefusals.NotFound), Guid.Empty);
    }

    public Task<WriteResult> End(Officer by, Guid glass, CancellationToken ct) => Say(by, glass, new BreakGlassEnded(ByClock: false), ct);

    public Task<WriteResult> Review(Officer by, Guid glass, BreakGlassReviewed review, CancellationToken ct) => Say(by, glass, review, ct);

    /// <summary>
    /// The viewer that an open glass makes of its user, for its one case: as the owner's officer of the user's own clearance. Null when it is not
    /// theirs, or no longer open: the clock ends it, whether or not anybody has written so.
    /// </summary>
    public async Task<(GlassLine Glass, Viewer Viewer)?> Through(Officer by, Guid glass, CancellationToken ct)
    {
        if (await glasses.Find(Viewer.Of(by), glass, ct) is not { } line || line.Officer != by.Id || !line.IsOpen(clock.GetUtcNow()))
            return null;
        return (line, AsOwner(by, line.Owner));
    }

    // Not more than its user may read elsewhere, and not what is for named units or officers of the owner.
    internal static Viewer AsOwner(Officer by, string owner) =>
        new(by with { Agency = owner, Unit = "" }, [Audiences.Everyone, Audiences.Agency(owner), Audiences.Person(by.Id)]);

    private async Task<WriteResult> Open(Officer by, CaseId held, string reason, TimeSpan length, WriteTerms terms, CancellationToken ct)
    {
        var stream = GlassFile.StreamOf(by.Id, held);
        if (await cases.Find(Viewer.Of(by), held, ct) is not null)
            return No(Problem.Of(BreakGlassRefusals.NotNeeded), stream);
        // Asked of the log: its user may not see the case. One that its clearance would not open is answered like none.
        if (await things.Find(held.Value, ct) is not { } found || found.Thing.Kind != CaseDecider.Kind.Type
            || Visibility.Of(AsOwner(by, found.Thing.Owner), found.Marking, found.Thing.Owner) != Sight.Full)
            return No(Problem.Of(HttpRefusals.NotFound), stream);
        var (owner, supervisors, members) = (found.Thing.Owner, await Supervisors(by, ct), await Members(found, by, ct));
        // It names the case, so it is no less secret than that.
        var level = (Level)Math.Max((int)Level.T, (int)found.Marking.Level);
        var envelope = envelopes.For(by, marking: Marking.Of(level, [Audiences.Agency(owner), .. members.Select(Audiences.Agency), .. supervisors]));
        return await writes.Write(new BreakGlassOpened(held, owner, reason, envelope.RecordedAt + length, supervisors, members), stream, envelope, terms, ct);
    }

    /// <summary>
    /// Other agencies that work on the case and may read it: they are told, and what they wrote is opened. Who only has a thing on it may not know of
    /// the case, so it cannot be told that its thing was read there, and its thing stays shut.
    /// </summary>
    private async Task<IReadOnlyList<string>> Members(SharedState file, Officer by, CancellationToken ct)
    {
        var told = new List<string>();
        foreach (var agency in await things.MembersOf(file, ct))
        {
            var all = new Viewer(new("", agency, "", OfficerRole.Officer, Level.SR), [Audiences.Everyone, Audiences.Agency(agency)]);
            if (agency != file.Thing.Owner && agency != by.Agency && await things.SightOf(all, file.Thing.Stream, file, ct) == Sight.Full)
                told.Add(agency);
        }

        return told;
    }

    private async Task<WriteResult> Say(Officer by, Guid glass, BreakGlassEvent fact, CancellationToken ct)
    {
        if (await glasses.Find(Viewer.Of(by), glass, ct) is not { } line)
            return No(Problem.Of(HttpRefusals.NotFound), glass);
        var envelope = envelopes.For(by, marking: line.Marking);
        return await writes.Write(fact, glass, envelope, new WriteTerms(), ct);
    }

    /// <summary>The heads over the user's unit; where there are none here, the unit itself.</summary>
    private async Task<IReadOnlyList<string>> Supervisors(Officer user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        string[] heads =
        [
            .. from member in await members.All(ct)
               where member.Agency == user.Agency && member.Username != user.Id
               let rights = member.RightsAt(now)
               where rights is { Role: OfficerRole.UnitHead } && Domain.Reference.Units.IsWithin(user.Agency, user.Unit, rights.Unit)
               select Audiences.Person(member.Username),
        ];
        return heads is [] ? [Audiences.Unit(user.Agency, user.Unit)] : heads;
    }

    private static WriteResult No(Problem problem, Guid stream) => new(problem, stream, 0, 0);
}
