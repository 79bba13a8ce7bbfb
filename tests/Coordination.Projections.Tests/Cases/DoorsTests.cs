using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Npgsql;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Cases;

/// <summary>The doors of a list, asked for in one statement, are those that each case has by itself and those that the domain gives.</summary>
public sealed class DoorsTests(World world) : IClassFixture<World>
{
    private static readonly string[][] Audiences =
        [["members"], ["agency:POLRI"], ["unit:BP3MI/BP3MI-KEPRI", "members"], ["*"], ["officer:koordinator"], ["agency:KKP"]];

    private static readonly Officer[] Viewers = [Batam, Police, Shelter, Malaka, Coordinator, Stranger];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_has_the_doors_that_each_case_has()
    {
        var cases = await Fill();
        foreach (var viewer in Viewers.Select(Viewer))
        {
            var (listed, each) = await Doors(viewer);
            listed.ShouldBe(each, ignoreOrder: true, viewer.Officer.Id);
            each.ToDictionary().ShouldBe(cases.Where(one => Expected(viewer, one) > 0).ToDictionary(one => one.Id, one => Expected(viewer, one)), ignoreOrder: true, viewer.Officer.Id);
            var page = await world.Cases.List(viewer, null, 200, Ct);
            page.Items.Select(item => item.Id.Value).ShouldBe(listed.Select(door => door.Case), viewer.Officer.Id);
        }
    }

    // Every marking, with members or without; of each a third is narrowed, and of those a half is given back.
    private async Task<List<Case>> Fill()
    {
        var cases = new List<Case>();
        foreach (var level in new[] { Level.B, Level.T, Level.R, Level.SR })
        {
            foreach (var audience in Audiences)
            {
                for (var kind = 0; kind < 4; kind++)
                    cases.Add(await Open(cases.Count, Marking.Of(level, audience), kind));
            }
        }

        await world.Settle();
        return cases;
    }

    private async Task<Case> Open(int number, Marking marking, int kind)
    {
        var (id, at) = (Guid.CreateVersion7(Monday), Monday.AddMinutes(number));
        string[] members = number % 2 == 0 ? ["IMIGRASI", "POLRI", "BP3MI"] : ["IMIGRASI"];
        await world.Tell(id, new CaseOpened("Kasus", MigrationPhase.Abroad, "Uji", [], [], members, $"2026-{number:D4}"), Batam, at, marking);
        var thing = new SharedThing(id, "case", "IMIGRASI");
        if (kind >= 1)
            await world.Tell(SharingDecider.StreamOf(id), new SharingNarrowed(thing, [new("POLRI")], "Sumber terancam.", 1), Batam, at);
        if (kind >= 2)
            await world.Tell(SharingDecider.StreamOf(id), new SharingWidened(thing, [new("BP3MI")], "Pelindungan."), Batam, at);
        if (kind == 3)
            await world.Tell(id, new CaseMemberAdded("KKP", "Perlu kapal."), Batam, at);
        return new(id, marking, [.. members, "SATGAS", .. kind == 3 ? ["KKP"] : Array.Empty<string>()], kind);
    }

    // What was taken from all but the police, and given back to the shelters.
    private static int Expected(Viewer viewer, Case one)
    {
        var agency = viewer.Officer.Agency;
        var member = one.Members.Contains(agency);
        var marking = one.Marking with { Audience = [.. one.Marking.Audience, .. one.Kind >= 2 ? ["agency:BP3MI"] : Array.Empty<string>()] };
        var taken = one.Kind >= 1 && agency != "IMIGRASI" && agency != "POLRI" && !(one.Kind >= 2 && agency == "BP3MI");
        var sight = taken ? Sight.Nothing : Visibility.Of(member ? viewer.InCase() : viewer, marking, "IMIGRASI");
        return sight == Sight.Full ? member ? 2 : 1 : 0;
    }

    private async Task<(List<(Guid Case, int Door)> Listed, List<(Guid Case, int Door)> Each)> Doors(Viewer viewer)
    {
        await using var connection = await world.Runtime.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select set_config('coord.agency', $1, true), set_config('coord.groups', $2::text, true), set_config('coord.clearance', $3::text, true)")
                {
                    Parameters =
                    {
                        new() { Value = viewer.Officer.Agency }, new() { Value = viewer.Groups.ToArray() }, new() { Value = (int)viewer.Clearance },
                    },
                },
                new("select case_id, door from coordination.open_doors_before(9223372036854775807, 1000)"),
                new("select c.case_id, coordination.door(c.case_id) from readmodel.case_file c where coordination.door(c.case_id) > 0"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(Ct);
        await reader.NextResultAsync(Ct);
        var listed = await Read(reader);
        await reader.NextResultAsync(Ct);
        return (listed, await Read(reader));
    }

    private static async Task<List<(Guid, int)>> Read(NpgsqlDataReader reader)
    {
        var doors = new List<(Guid, int)>();
        while (await reader.ReadAsync(Ct))
            doors.Add((reader.GetGuid(0), reader.GetInt32(1)));
        return doors;
    }

    private sealed record Case(Guid Id, Marking Marking, string[] Members, int Kind);
}
