using Coordination.Domain.Kernel;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Projections.Tests;

public sealed class VisibilitySqlTests(World world) : IClassFixture<World>
{
    private static readonly string[] Originators = ["POLRI", "IMIGRASI"];
    private static readonly string[] Tokens = ["*", "members", "agency:POLRI", "unit:POLRI/POLRESTA-BARELANG", "officer:polri.barelang",
        "agency:BP3MI", "unit:POLRI/POLDA-NTT"];

    [Fact]
    public async Task Sql_and_domain_see_the_same_in_every_combination()
    {
        var combinations = Combinations().ToList();
        await using var command = world.Runtime.CreateCommand(
            """
            select coordination.sight(i.level, string_to_array(i.audience, ','), i.originator, $1, string_to_array(i.groups, ','), i.clearance)
            from unnest($2, $3, $4, $5, $6) with ordinality as i (level, audience, originator, groups, clearance, n) order by i.n
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = "POLRI" },
            new() { Value = combinations.Select(one => (int)one.Marking.Level).ToArray() },
            new() { Value = combinations.Select(one => string.Join(',', one.Marking.Audience)).ToArray() },
            new() { Value = combinations.Select(one => one.Originator).ToArray() },
            new() { Value = combinations.Select(one => string.Join(',', one.Viewer.Groups)).ToArray() },
            new() { Value = combinations.Select(one => (int)one.Viewer.Clearance).ToArray() },
        });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        foreach (var (viewer, marking, originator) in combinations)
        {
            (await reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
            ((Sight)reader.GetInt32(0)).ShouldBe(Visibility.Of(viewer, marking, originator),
                $"{marking.Level} {string.Join(',', marking.Audience)} {viewer.Clearance}");
        }
    }

    // Every subset of the tokens, both sides of origin, every level and clearance, inside and outside a case: 2 x 128 x 2 x 4 x 4.
    private static IEnumerable<(Viewer Viewer, Marking Marking, string Originator)> Combinations() =>
        from clearance in Enum.GetValues<Level>()
        let outside = Viewer.Of(Known.Police with { Clearance = clearance })
        from viewer in new[] { outside, outside.InCase() }
        from level in Enum.GetValues<Level>()
        from subset in Enumerable.Range(0, 1 << Tokens.Length)
        let audience = Tokens.Where((_, bit) => (subset & (1 << bit)) != 0).ToArray()
        from originator in Originators
        select (viewer, Marking.Of(level, audience), originator);
}
