using Coordination.Domain.Kernel;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Projections.Tests.Sharing;

/// <summary>Widenings and narrowings mean the same in SQL and in the domain, over many made-up histories.</summary>
public sealed class SharedSightTests(World world) : IClassFixture<World>
{
    private const int Things = 600;

    private static readonly string[] Groups =
        ["*", "agency:POLRI", "unit:POLRI/POLRESTA-BARELANG", "officer:polri.barelang", "agency:BP3MI", "unit:POLRI/POLDA-NTT"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sql_and_domain_see_the_same_after_every_widening_and_narrowing()
    {
        var random = new Random(20261121);
        var made = Enumerable.Range(0, Things).Select(_ => (Id: new Guid(random.Next(), 0, 0, new byte[8]), Marking: Made(random))).DistinctBy(one => one.Id).ToList();
        foreach (var (id, history) in made)
            await Write(id, history.Steps);
        foreach (var viewer in new[] { Known.Police, Known.Police with { Clearance = Level.T }, Known.Shelter, Known.Batam }.Select(Viewer.Of))
        {
            var seen = await Ask(viewer, made.Select(one => (one.Id, one.Marking.Created)));
            foreach (var (id, history) in made)
                seen[id].ShouldBe(Visibility.Of(viewer, history.Now, "IMIGRASI"), $"{viewer.Officer.Id} {string.Join(" | ", history.Steps)}");
        }
    }

    private static (Marking Created, Marking Now, List<(bool Narrows, string[] Groups)> Steps) Made(Random random)
    {
        var created = Marking.Of((Level)random.Next(4), Some(random));
        var (now, steps) = (created, new List<(bool Narrows, string[] Groups)>());
        for (var step = random.Next(5); step > 0; step--)
        {
            var (narrows, groups) = (random.Next(2) == 0, Some(random));
            steps.Add((narrows, groups));
            now = narrows
                ? now with { Within = [.. now.Within, [.. groups, "agency:IMIGRASI"]] }
                : now with { Audience = [.. now.Audience, .. groups], Within = [.. now.Within.Select(list => (IReadOnlyList<string>)[.. list, .. groups])] };
        }

        return (created, now, steps);
    }

    private static string[] Some(Random random) => [.. Groups.Where(_ => random.Next(4) == 0)];

    private async Task Write(Guid id, List<(bool Narrows, string[] Groups)> steps)
    {
        for (var position = 0; position < steps.Count; position++)
        {
            await using var command = world.Daemon.CreateCommand(steps[position].Narrows
                ? "insert into readmodel.timeline_limit (stream_id, position, known_at, keep) values ($1, $2, now(), $3::text[] || '{agency:IMIGRASI}')"
                : """
                  insert into readmodel.timeline_grant (stream_id, recipient, agency, position, known_at)
                  select $1, recipient, 'IMIGRASI', $2, now() from unnest($3::text[]) recipient
                  """);
            command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = id }, new() { Value = (long)position }, new() { Value = steps[position].Groups } });
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    private async Task<Dictionary<Guid, Sight>> Ask(Viewer viewer, IEnumerable<(Guid Id, Marking Created)> things)
    {
        var all = things.ToList();
        await using var connection = await world.Runtime.OpenConnectionAsync(Ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(
            $"""
            select i.id, {VisibilitySql.Of("i", "i.id")}
            from (select id, level, string_to_array(audience, ',') as audience, 'IMIGRASI' as agency from unnest($4, $5, $6) as t (id, level, audience)) i
            """,
            new() { Value = all.Select(one => one.Id).ToArray() },
            new() { Value = all.Select(one => (int)one.Created.Level).ToArray() },
            new() { Value = all.Select(one => string.Join(',', one.Created.Audience)).ToArray() });
        await using var reader = await batch.Execute(Ct);
        var seen = new Dictionary<Guid, Sight>();
        while (await reader.ReadAsync(Ct))
            seen.Add(reader.GetGuid(0), (Sight)reader.GetInt32(1));
        return seen;
    }
}
