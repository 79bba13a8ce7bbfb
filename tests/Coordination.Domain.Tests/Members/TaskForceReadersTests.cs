using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Members;

/// <summary>Being in a joint team gives the right to read what is for the team, for as long as it lasts.</summary>
public sealed class TaskForceReadersTests
{
    private static readonly TaskForceFormed Team = new("TIM-BATAM", "Tim Gabungan Batam", "21.71", ["POLRI", "IMIGRASI"], Monday, Monday.AddDays(30));

    private static TaskForce Force => Story.Of(TaskForceDecider.Kind).Given(Coordinator, Monday, Team, new TaskForceOfficerAdded(Barelang.Id, "POLRI")).State;

    [Fact]
    public void From_when_it_begins_until_it_ends()
    {
        Force.Has(Barelang.Id, "POLRI", Monday.AddSeconds(-1)).ShouldBeFalse();
        Force.Has(Barelang.Id, "POLRI", Monday).ShouldBeTrue();
        Force.Has(Barelang.Id, "POLRI", Monday.AddDays(30)).ShouldBeFalse();
        Force.Has(Belu.Id, "POLRI", Monday).ShouldBeFalse();
        Force.Has(Barelang.Id, "BNN", Monday).ShouldBeFalse("it was sent by an agency");
        TaskForce.Evolve(Force, new TaskForceOfficerRemoved(Barelang.Id, "Kembali."), By(Coordinator, Tuesday)).Has(Barelang.Id, "POLRI", Tuesday).ShouldBeFalse();
        TaskForce.Evolve(Force, new TaskForceDissolved("Selesai."), By(Coordinator, Tuesday)).Has(Barelang.Id, "POLRI", Tuesday).ShouldBeFalse();
    }

    [Fact]
    public void Its_officers_read_what_is_for_the_team_within_their_clearance()
    {
        var forTeam = Marking.Of(Level.R, Audiences.TaskForce("TIM-BATAM"));
        var sent = Barelang with { TaskForces = "TIM-NTT TIM-BATAM" };
        Visibility.Of(Viewer.Of(sent), forTeam, "IMIGRASI").ShouldBe(Sight.Full);
        Visibility.Of(Viewer.Of(sent with { Clearance = Level.T }), forTeam, "IMIGRASI").ShouldBe(Sight.Existence);
        Visibility.Of(Viewer.Of(Barelang), forTeam, "IMIGRASI").ShouldBe(Sight.Nothing);
        Visibility.Of(Viewer.Of(Barelang with { TaskForces = "TIM-NTT" }), forTeam, "IMIGRASI").ShouldBe(Sight.Nothing);
    }

    [Fact]
    public void Teams_of_the_moment_stand_in_the_event()
    {
        var by = Barelang with { TaskForces = "TIM-BATAM" };
        var envelope = By(by, Monday);
        EnvelopeHeaders.Read(EnvelopeHeaders.Write(envelope, []), by.Id, envelope.RecordedAt).Envelope.By.ShouldBe(by);
        EnvelopeHeaders.Read(EnvelopeHeaders.Write(By(Barelang, Monday), []), Barelang.Id, Monday).Envelope.By.ShouldBe(Barelang);
    }

    [Fact]
    public void A_code_can_stand_in_an_audience() =>
        Story.Of(TaskForceDecider.Kind).When(Coordinator, Monday, Team with { Code = "Tim Batam" }).ThenRefused(MemberRefusals.BadCode);
}
