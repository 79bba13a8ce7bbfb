using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class AlertMarkingTests
{
    private static readonly DateOnly Today = new(2026, 2, 2);

    private const string Bp3mi = "agency:BP3MI";
    private static readonly AlertInput ForMembers = new("IMIGRASI", Marking.Default);

    [Fact]
    public void An_alert_is_as_secret_as_its_most_secret_input() =>
        AlertMarking.Of([ForMembers, new("POLRI", Marking.Default with { Level = Level.R })], []).Level.ShouldBe(Level.R);

    [Fact]
    public void A_recipient_whom_one_input_leaves_out_hears_nothing()
    {
        AlertInput[] inputs = [ForMembers, new("POLRI", Marking.Of(Level.T, "agency:POLRI"))];
        AlertMarking.Of(inputs, [Bp3mi]).Audience.ShouldBe(["agency:IMIGRASI", "agency:POLRI"]);
        AlertMarking.Recipients(inputs, [Bp3mi]).ShouldBe(["agency:IMIGRASI", "agency:POLRI"], "somebody must be asked");
    }

    [Fact]
    public void A_unit_of_an_agency_that_may_read_all_inputs_is_a_recipient() =>
        AlertMarking.Recipients([new("IMIGRASI", Marking.Of(Level.T, Bp3mi))],
            ["unit:BP3MI/BP3MI-NTT", "unit:IMIGRASI/KANIM-BATAM", "unit:POLRI/POLDA-NTT"])
            .ShouldBe(["unit:BP3MI/BP3MI-NTT", "unit:IMIGRASI/KANIM-BATAM"]);

    [Fact]
    public void Silence_tells_who_is_above_the_recipients_level_by_level()
    {
        string[] recipients = ["unit:IMIGRASI/TPI-SEKUPANG", "unit:POLRI/POLRESTA-BARELANG", "agency:BP3MI"];
        Above(recipients, Marking.Default, 1).ShouldBe(["unit:IMIGRASI/KANIM-BATAM"]);
        Above(recipients, Marking.Default, 2).ShouldBe(["agency:SATGAS", "unit:IMIGRASI/KANWIL-IMIGRASI-KEPRI", "unit:POLRI/POLDA-KEPRI"]);
        Above(recipients, Marking.Default, 3)
            .ShouldBe(["agency:SATGAS", "unit:IMIGRASI/DITJEN-IMIGRASI", "unit:KP2MI/KP2MI-PUSAT", "unit:POLRI/BARESKRIM"]);
    }

    [Fact]
    public void Silence_tells_nobody_who_might_not_read_what_it_rests_on()
    {
        string[] recipients = ["unit:POLRI/POLRESTA-BARELANG", "unit:IMIGRASI/KANIM-BATAM"];
        Above(recipients, Marking.Of(Level.R, ["agency:IMIGRASI", .. recipients]), 2).ShouldBe(["unit:IMIGRASI/KANWIL-IMIGRASI-KEPRI"]);
        Above(recipients, Marking.Default with { Caveats = [Caveat.OriginatorControl] }, 2).ShouldBeEmpty();
        string[] internalAffairs = ["unit:SATGAS/PENGAWAS-INTERNAL"];
        for (var level = 1; level <= 3; level++)
            Above(internalAffairs, new(Level.R, internalAffairs, [Caveat.OriginatorControl]), level).ShouldBeEmpty();
    }

    [Fact]
    public void What_members_may_read_throughout_stands_on_their_case_and_the_secretariat_follows_it() =>
        AlertMarking.Of([ForMembers, ForMembers], [Bp3mi]).Audience.ShouldBe(["members", "agency:SATGAS", Bp3mi, "agency:IMIGRASI"]);

    private static IEnumerable<string> Above(string[] recipients, Marking marking, int level) =>
        AlertMarking.Above(recipients, marking, level, Today).Except(recipients, StringComparer.Ordinal);
}
