using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Kernel;

/// <summary>Properties of markings, held over many made-up things and viewers. The seed stands in the message of a failure.</summary>
public sealed class MarkingTests
{
    private static readonly string[] Agencies = ["IMIGRASI", "POLRI", "BP3MI"];

    private static readonly string[] Groups =
    [
        "*", "members", "agency:IMIGRASI", "agency:POLRI", "agency:BP3MI", "unit:POLRI/POLRESTA-BARELANG", "unit:BP3MI/BP3MI-KEPRI",
        "officer:polri.barelang", "officer:bp3mi.kepri",
    ];

    [Fact]
    public void What_is_derived_shows_a_viewer_exactly_what_the_strictest_of_its_inputs_shows()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var inputs = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (Marking: Any(random), Originator: Pick(random, Agencies))).ToList();
            var viewer = AnyViewer(random);
            Visibility.Of(viewer, Marking.Strictest(inputs), "SISTEM")
                .ShouldBe(inputs.Min(input => Visibility.Of(viewer, input.Marking, input.Originator)), $"seed {seed}");
        }
    }

    [Fact]
    public void More_readers_never_show_less_and_a_further_list_never_shows_more()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var (marking, viewer, originator) = (Any(random), AnyViewer(random), Pick(random, Agencies));
            var sight = Visibility.Of(viewer, marking, originator);
            Visibility.Of(viewer, marking with { Audience = [.. marking.Audience, Pick(random, Groups)] }, originator)
                .ShouldBeOneOf([.. Enum.GetValues<Sight>().Where(more => more >= sight)]);
            Visibility.Of(viewer, marking with { Within = [.. marking.Within, Some(random)] }, originator)
                .ShouldBeOneOf([.. Enum.GetValues<Sight>().Where(less => less <= sight)]);
        }
    }

    [Fact]
    public void What_is_derived_carries_the_highest_level_and_every_caveat()
    {
        var derived = Marking.Strictest(
        [
            (Marking.Of(Level.R, "*") with { Caveats = ["H1"] }, "POLRI"), (Marking.Of(Level.B, "*") with { Caveats = ["H2", "H1"] }, "BP3MI"),
        ]);
        (derived.Level, string.Join(' ', derived.Caveats)).ShouldBe((Level.R, "H1 H2"));
    }

    [Theory]
    [InlineData("H1", false)]
    [InlineData("H2", true)]
    [InlineData("ORCON", true)]
    public void The_owner_keeps_control_of_onward_sharing_where_the_code_says_so(string caveat, bool controlled) =>
        (Marking.Default with { Caveats = [caveat] }).IsOriginatorControlled.ShouldBe(controlled);

    private static Marking Any(Random random) => Marking.Of((Level)random.Next(4), Some(random)) with
    {
        Within = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Some(random))],
    };

    private static string[] Some(Random random) => [.. Groups.Where(_ => random.Next(3) == 0)];

    private static Viewer AnyViewer(Random random)
    {
        var agency = Pick(random, Agencies);
        var unit = agency switch { "POLRI" => "POLRESTA-BARELANG", "BP3MI" => "BP3MI-KEPRI", _ => "KANIM-BATAM" };
        var viewer = Viewer.Of(new($"{agency}.{unit}".ToLowerInvariant(), agency, unit, OfficerRole.Officer, (Level)random.Next(4)));
        return random.Next(2) == 0 ? viewer : viewer.InCase();
    }

    private static string Pick(Random random, string[] among) => among[random.Next(among.Length)];
}
