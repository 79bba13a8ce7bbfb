using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Outreach;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Cases;

/// <summary>How tips, questions to villages and the ends of an encounter come to stand on a case.</summary>
public sealed class SignalTiesTests(World world) : IClassFixture<World>
{
    private readonly CaseId _case = new(Guid.CreateVersion7());
    private readonly PersonRef _person = new(Guid.CreateVersion7());

    private static readonly TipReceived Told = new(TipChannel.Pulpit, Anonymous: true, TipUrgency.Urgent, "Tawaran kerja.", "FKT-1");
    private static readonly TipTriaged Triaged = new(TipCategory.Recruitment, TipPriority.High);

    [Fact]
    public async Task A_tip_that_became_a_case_brings_its_history_and_what_follows()
    {
        var tip = await Tip(Monday);
        await Open(Monday.AddHours(1));
        await world.Tell(tip, new TipConverted(TipConversion.Case, _case.Value), Coordinator, Monday.AddHours(2));
        await world.Tell(tip, new ReporterInformed(FeedbackText.ActedOn), Coordinator, Monday.AddHours(3));

        (await Kinds()).ShouldBe(["reporter_informed", "tip_converted", "case_opened", "tip_triaged", "tip_received"]);
    }

    [Fact]
    public async Task An_earlier_tip_that_told_the_same_comes_along()
    {
        var first = await Tip(Monday);
        var second = await Tip(Monday.AddHours(1), first);
        await Open(Monday.AddHours(2), sources: first);

        (await Kinds()).ShouldBe(["case_opened", "tip_triaged", "tip_received", "tip_triaged", "tip_received"]);
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task The_owner_of_a_tip_reads_on_the_case_what_was_told_before_it_owned_it()
    {
        var tip = Guid.CreateVersion7();
        var own = Marking.Of(Level.T, Audiences.Agency("SATGAS"));
        await world.Tell(tip, Told, Coordinator, Monday, own);
        await Open(Monday.AddHours(1), sources: tip);
        await world.Settle();
        (await Kinds(Police)).ShouldNotContain("tip_received");

        await world.Tell(tip, new TipAssigned("POLRI", "POLRESTA-BARELANG"), Coordinator, Monday.AddHours(2), own);
        (await Kinds(Police)).ShouldContain("tip_received");
    }

    [Fact]
    public async Task A_question_to_a_village_stands_on_the_case_that_it_names_and_on_that_of_what_it_is_about()
    {
        var asked = new VillageVerificationRequested(_person, "53.21.01.2001", "DESA", "DESA-FIKTIF-MALAKA", [VillageQuestion.IsResident]);
        var application = Guid.CreateVersion7();
        await world.Tell(application, new PassportApplicationReceived(new(Guid.CreateVersion7()), ApplicationChannel.MPaspor, TravelPurpose.Work), Atambua, Monday);
        await Open(Monday, sources: application);
        await world.Tell(Guid.CreateVersion7(), asked with { Case = _case }, Atambua, Monday.AddHours(1));
        await world.Tell(Guid.CreateVersion7(), asked with { Concerning = application }, Atambua, Monday.AddHours(2));

        (await Kinds()).Count(kind => kind == "village_verification_requested").ShouldBe(2);
    }

    [Fact]
    public async Task The_way_home_and_the_passport_withdrawn_stand_on_the_case_of_what_they_name()
    {
        var application = Guid.CreateVersion7();
        await world.Tell(application, new PassportApplicationReceived(new(Guid.CreateVersion7()), ApplicationChannel.MPaspor, TravelPurpose.Work), Atambua, Monday);
        await Open(Monday.AddMinutes(1), sources: application);
        await world.Tell(
            Guid.CreateVersion7(), new OriginReturnFacilitated(["53.21"], "PEMDA-KAB", "PEMDA-MALAKA", Case: _case), Shelter, Monday.AddHours(1));
        await world.Tell(
            Guid.CreateVersion7(), new PassportWithdrawn("TT/1", WithdrawalGround.DepartureDeferred, Application: application, Traveller: _person), Batam,
            Monday.AddHours(2));

        (await Kinds()).ShouldBe(["passport_withdrawn", "origin_return_facilitated", "case_opened", "passport_application_received"]);
    }

    private async Task<Guid> Tip(DateTimeOffset at, Guid? same = null)
    {
        var stream = Guid.CreateVersion7();
        await world.Tell(stream, Told, Coordinator, at);
        await world.Tell(stream, Triaged with { Same = same }, Coordinator, at.AddMinutes(5));
        return stream;
    }

    private Task<Guid> Open(DateTimeOffset at, params Guid[] sources) => world.Tell(
        _case.Value,
        new CaseOpened(
            "Malaka–Batam–Kamboja", MigrationPhase.BeforeDeparture, "Ringkasan", [.. sources.Select(source => new CaseSource(source, "tip"))], [],
            ["IMIGRASI", "POLRI", "SATGAS"], "2026-0001"),
        Batam, at);

    private async Task<List<string>> Kinds(Officer? reader = null)
    {
        await world.Settle();
        var page = await world.Timeline.Page(Viewer(reader ?? Batam), _case, new(Limit: 200), TestContext.Current.CancellationToken);
        return [.. page.ShouldNotBeNull().Items.Select(entry => entry.Kind)];
    }
}
