using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Kernel;
using Coordination.Domain.Outreach;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Outreach;

public sealed class VillageVerificationClocksTests
{
    private static readonly Officer Village = new("desa.fiktif", "DESA", "DESA-FIKTIF-MALAKA", OfficerRole.Officer, Level.T);

    private static Story<VillageVerification, VillageVerificationEvent, VillageVerificationCommand> Asked => Story.Of(VillageVerificationDecider.Kind).Given(
        Atambua, Monday, new VillageVerificationRequested(Bakung, "53.21.01.2001", "DESA", "DESA-FIKTIF-MALAKA", [VillageQuestion.IsResident]));

    [Fact]
    public void The_answer_is_due_at_the_end_of_the_second_day_in_the_village()
    {
        var due = Due(Asked).ShouldHaveSingleItem();
        (due.Code, due.Due).ShouldBe(("A-VILLAGE-LATE", new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.FromHours(8))));
        due.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-ATAMBUA", "unit:DESA/DESA-FIKTIF-MALAKA"]);
    }

    [Fact]
    public void An_answer_ends_the_wait() => Due(Asked.Given(Village, Tuesday, new VillageVerificationAnswered(IsResident: true))).ShouldBeEmpty();

    private static List<Deadline> Due(Story<VillageVerification, VillageVerificationEvent, VillageVerificationCommand> story) =>
        [.. VillageVerificationClocks.Clock.Running(story.State)];
}
