using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class AlertMarkingTests
{
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
    public void What_members_may_read_throughout_stands_on_their_case_and_the_secretariat_follows_it() =>
        AlertMarking.Of([ForMembers, ForMembers], [Bp3mi]).Audience.ShouldBe(["members", "agency:SATGAS", Bp3mi, "agency:IMIGRASI"]);
}
