using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;
using Coordination.Domain.Operations;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Victims;
using Coordination.Projections.Victims;
using Shouldly;
using Xunit;
using static Coordination.Projections.Tests.Known;

namespace Coordination.Projections.Tests.Victims;

/// <summary>Who is shielded, and what must not stand: from the words of agencies in whatever stream.</summary>
public sealed class VictimShieldViewTests(World world) : IClassFixture<World>
{
    private readonly PersonRef _person = new(Guid.CreateVersion7());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_strongest_word_of_any_agency_in_any_stream_holds()
    {
        await Expect(VictimStatus.NotAssessed);
        await Open(Shelter, VictimStatus.Presumed);
        await Expect(VictimStatus.Presumed);
        await Determine(Batam, VictimStatus.NotVictim);
        await Expect(VictimStatus.Presumed);
    }

    [Fact]
    public async Task A_determination_is_an_agencys_whole_word_and_takes_back_nobody_elses()
    {
        await Open(Shelter, VictimStatus.Presumed);
        await Open(Police, VictimStatus.Suspected);
        await Determine(Shelter, VictimStatus.NotVictim);
        await Expect(VictimStatus.Suspected);
        await Determine(Police, VictimStatus.NotVictim);
        await Expect(VictimStatus.NotVictim);
        // And a later word of the same agency counts again.
        await Open(Shelter, VictimStatus.Suspected);
        await Expect(VictimStatus.Suspected);
    }

    [Fact]
    public async Task What_stands_against_a_suspected_victim_is_found_and_what_has_ended_is_not()
    {
        var (entry, action, lifted, ban) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await world.Tell(entry, new WatchEntryProposed(WatchKind.Punitive, "Perekrut.", "Hubungi.", _person), Police, Monday);
        await world.Tell(action, new AdministrativeActionImposed([AdministrativeMeasure.Fee], "SK 1", _person), Batam, Monday);
        await world.Tell(lifted, new AdministrativeActionImposed([AdministrativeMeasure.Fee], "SK 2", _person), Batam, Monday);
        await world.Tell(lifted, new AdministrativeActionLifted("Keberatan."), Batam, Monday);
        await world.Tell(ban, new UrgentExitBanRequested(_person, "R/31", "Hendak berangkat.", new string('a', 64)), Police, Monday);
        (await Forbidden()).ShouldBeEmpty();
        await Determine(Shelter, VictimStatus.Suspected);
        (await Forbidden()).ShouldBe(new[] { entry, action, ban }.Order());
        await world.Tell(action, new AdministrativeActionSuspended(SuspensionReason.VictimShield), Officer.System, Monday);
        await world.Tell(ban, new TravelBanSuspended(_person, VictimStatus.Suspected), Officer.System, Monday);
        (await Forbidden()).ShouldBe([entry]);
    }

    [Fact]
    public async Task Punitive_outcomes_of_an_operation_stand_against_each_of_its_persons_until_they_are_withdrawn()
    {
        var (operation, other) = (Guid.CreateVersion7(), new PersonRef(Guid.CreateVersion7()));
        foreach (var person in new[] { _person, other })
            await Assign(operation, person);
        (await Forbidden()).ShouldBeEmpty();
        await Determine(Shelter, VictimStatus.Suspected);
        (await Forbidden()).ShouldBe([operation]);
        await world.Tell(operation, new PunitiveOutcomeWithdrawn(_person), Officer.System, Monday);
        (await Forbidden()).ShouldBeEmpty();
        await Determine(Shelter, VictimStatus.Suspected, other);
        await world.Settle();
        (await new ShieldRecords(world.Daemon).Forbidden(1000, Ct)).ShouldContain(act => act.Stream == operation && act.Person == other);
    }

    [Fact]
    public async Task Victims_of_a_matter_that_immigration_opened_without_a_police_report_are_shielded()
    {
        var started = new InvestigationStarted("SPRINDIK 1", ["UU-6-2011:120"], Victims: [_person]);
        await world.Tell(Guid.CreateVersion7(), started, Batam, Monday);
        await Expect(VictimStatus.Suspected);
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_shield()
    {
        var operation = Guid.CreateVersion7();
        await Assign(operation, _person);
        await Determine(Police, VictimStatus.Suspected);
        await world.RebuildShouldChangeNothing();
    }

    private Task<Guid> Assign(Guid operation, PersonRef person) => world.Tell(
        operation, new OperationOutcomeAssigned(person, OperationOutcome.ProJustitia, "Perekrut.", new("POLRI", "POLDA-NTT")), Batam, Monday);

    private Task<Guid> Open(Officer by, VictimStatus status) => world.Tell(
        Guid.CreateVersion7(), new CaseOpened("K", MigrationPhase.Abroad, "R", [], [new(_person, CaseRole.Other, status)], [], "2026-0001"), by, Monday);

    private Task<Guid> Determine(Officer by, VictimStatus status) => Determine(by, status, _person);

    private Task<Guid> Determine(Officer by, VictimStatus status, PersonRef person) =>
        world.Tell(Victim.StreamOf(person), new VictimStatusDetermined(status, "Alasan.", Person: person), by, Monday);

    private async Task Expect(VictimStatus status)
    {
        await world.Settle();
        (await new ShieldRecords(world.Daemon).StatusOf(_person, Ct)).ShouldBe(status);
    }

    private async Task<IEnumerable<Guid>> Forbidden()
    {
        await world.Settle();
        return (await new ShieldRecords(world.Daemon).Forbidden(1000, Ct)).Where(act => act.Person == _person).Select(act => act.Stream).Order();
    }
}
