using Coordination.Domain.Cases;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Coordination.Domain.Screening;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

/// <summary>The strongest word of any agency holds.</summary>
public sealed class VictimWordTests
{
    private static readonly VictimReferred Referred = new(Teratai, ReferralSource.Community, "Laporan tetangga.");

    private static Story<Victim, VictimEvent, VictimCommand> Nothing => Story.Of(VictimDecider.Kind);

    private static VictimStatusDetermined Determined(VictimStatus status) => new(status, "Alasan.", Person: Teratai);

    private static VictimStatusRevised Revised(VictimStatus status) => new(status, "Alasan.", Person: Teratai);

    [Fact]
    public void The_strongest_word_of_any_agency_holds()
    {
        var two = Nothing.Given(Kepri, Monday, Determined(VictimStatus.Presumed)).Given(Barelang, Tuesday, Determined(VictimStatus.NotVictim));
        two.State.Strongest.ShouldBe(VictimStatus.Presumed);
        two.Given(Kepri, Tuesday, Revised(VictimStatus.NotVictim)).State.Strongest.ShouldBe(VictimStatus.NotVictim);
        two.Given(Barelang, Tuesday, Revised(VictimStatus.Dual)).State.Strongest.ShouldBe(VictimStatus.Dual);
    }

    [Fact]
    public void A_referral_shields_until_somebody_has_decided()
    {
        var referred = Nothing.Given(Batam, Monday, Referred);
        referred.State.Strongest.ShouldBe(VictimStatus.Suspected);
        referred.Given(Kepri, Tuesday, Determined(VictimStatus.NotVictim)).State.Strongest.ShouldBe(VictimStatus.NotVictim);
    }

    [Fact]
    public void Immigration_cannot_decide_away_what_others_suspect()
    {
        var referred = Nothing.Given(Kepri, Monday, Referred).Given(Batam, Tuesday, Determined(VictimStatus.NotVictim));
        referred.State.Strongest.ShouldBe(VictimStatus.Suspected);
    }

    [Fact]
    public void A_screening_suspects_or_clears_for_its_own_agency_only()
    {
        var screened = new VictimScreened("SKRINING-TPPO", ["A1"], 5, false, "id", true, Person: Teratai);
        var suspected = Nothing.Given(Batam, Monday, screened);
        suspected.State.Strongest.ShouldBe(VictimStatus.Suspected);
        suspected.Given(Kepri, Tuesday, screened with { Indicated = false, Score = 0 }).State.Strongest.ShouldBe(VictimStatus.Suspected);
        suspected.Given(Batam, Tuesday, screened with { Indicated = false, Score = 0 }).State.Strongest.ShouldBe(VictimStatus.NotAssessed);
    }

    [Fact]
    public void Who_was_no_victim_and_is_referred_again_is_suspected_again()
    {
        var again = Nothing.Given(Kepri, Monday, Determined(VictimStatus.NotVictim)).Given(Kepri, Tuesday, Referred);
        again.State.Strongest.ShouldBe(VictimStatus.Suspected);
        again.State.Words.ShouldHaveSingleItem().Word.IsDetermined.ShouldBeFalse();
    }

    [Fact]
    public void A_person_has_one_stream_whoever_speaks() => Victim.StreamOf(Teratai).ShouldBe(Victim.StreamOf(new PersonRef(Teratai.Value)));

    [Fact]
    public void Other_modules_speak_of_victims_too()
    {
        Said(new CaseOpened("K", MigrationPhase.Abroad, "R", [], [new(Teratai, CaseRole.Victim), new(Gagak, CaseRole.Suspect)], []))
            .ShouldBe([(Teratai, VictimStatus.Suspected)]);
        Said(new CaseSubjectAdded(new(Teratai, CaseRole.Suspect, VictimStatus.Dual))).ShouldBe([(Teratai, VictimStatus.Dual)]);
        Said(new VictimIndicatorScreened([VictimIndicator.CoachedAnswers], false, ScreeningResult.Indication)).ShouldBe([(Bakung, VictimStatus.Suspected)]);
        Said(new VictimIndicatorScreened([], false, ScreeningResult.NoIndication, Traveller: Teratai)).ShouldBe([(Teratai, VictimStatus.NotVictim)]);
        Said(new HandoffProposed(HandoffKind.Protection, Teratai, SubjectRole.SuspectedVictim, ShelterDesk, "R")).ShouldBe([(Teratai, VictimStatus.Suspected)]);
        Said(new HandoffProposed(HandoffKind.Police, Gagak, SubjectRole.Suspect, PoliceDesk, "R")).ShouldBeEmpty();
        Said(new TravellerHandedToProtection(Teratai, ShelterDesk, "BAST", "R")).ShouldBe([(Teratai, VictimStatus.Suspected)]);
        Said(new PoliceReportRegistered("LP", [], [Gagak], [Teratai])).ShouldBe([(Teratai, VictimStatus.Suspected)]);
        Said(new InvestigationStarted("SPRINDIK", [], [Gagak], [Teratai])).ShouldBe([(Teratai, VictimStatus.Suspected)]);
        Said(new ShelterAdmitted(Teratai, ShelterKind.Rptc, "RPTC", true)).ShouldBe([(Teratai, VictimStatus.Suspected)]);
        Said(new ReVictimisationDetected("Hendak berangkat lagi.")).ShouldBe([(Bakung, VictimStatus.Suspected)]);
        Said(new RestitutionAssessed(Teratai, 1, "P 1")).ShouldBe([(Teratai, VictimStatus.Suspected)]);
    }

    /// <summary>A module that names victims in a new event adds it to the reactions, or this finds it.</summary>
    [Fact]
    public void Every_event_that_names_victims_speaks_of_them()
    {
        var naming = EventNames.All.Select(name => name.Value)
            .Where(type => type.GetProperties().Any(member => member.Name is "Victim" or "Victims")).ToList();
        naming.ShouldNotBeEmpty();
        foreach (var type in naming)
        {
            VictimWordReactions.Speak.ShouldContain(type);
            VictimWordReactions.Of(Conventions.Filled.Of(type), []).ShouldNotBeEmpty(type.Name);
        }
    }

    private static IEnumerable<(PersonRef, VictimStatus)> Said(object happened) => VictimWordReactions.Of(happened, [Bakung]);
}
