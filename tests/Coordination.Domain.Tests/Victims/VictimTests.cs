using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Coordination.Domain.Victims;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Victims;

public sealed class VictimTests
{
    private static readonly VictimReferred Referred = new(Teratai, ReferralSource.Officer, "Ditemukan di penampungan.");
    private static readonly VictimScreened Screened = new("SKRINGING", [], 0, false, "id");

    private static readonly VictimScreened Indicated =
        new("SKRINING-TPPO", ["A1", "B.2"], 4, IsChild: false, "id", Indicated: true, Person: Teratai);

    private static readonly VictimStatusDetermined Presumed = new(VictimStatus.Presumed, "Dokumen ditahan.", Person: Teratai);

    private static readonly VictimStatusDetermined Confirmed = Presumed with
    {
        Status = VictimStatus.Confirmed, Acts = [TraffickingAct.Recruitment], Means = [TraffickingMeans.Deception], Purposes = [TraffickingPurpose.ForcedLabour],
    };

    private static readonly VictimStatusRevised NotVictim = new(VictimStatus.NotVictim, "Tidak ada unsur.", Person: Teratai);

    private static Story<Victim, VictimEvent, VictimCommand> Nothing => Story.Of(VictimDecider.Kind);

    private static Story<Victim, VictimEvent, VictimCommand> Known => Nothing.Given(Batam, Monday, Referred);

    [Fact]
    public void Anybody_may_refer_a_person_who_has_said_nothing() => Nothing.When(Batam, Monday, Referred).Then(Referred);

    [Fact]
    public void A_referral_says_what_happened() =>
        Nothing.When(Batam, Monday, Referred with { Circumstances = " " }).ThenRefused(InputRefusals.Blank, "circumstances");

    [Fact]
    public void The_first_thing_said_names_the_person() =>
        Nothing.When(Batam, Monday, Referred with { Person = null }).ThenRefused(VictimRefusals.PersonMissing);

    [Fact]
    public void What_is_said_later_fills_the_person_in_and_is_about_nobody_else()
    {
        Known.When(Kepri, Monday, Presumed with { Person = null }).Then(Presumed);
        Known.When(Kepri, Monday, Presumed with { Person = Bakung }).ThenRefused(VictimRefusals.OtherPerson);
        Known.When(Kepri, Monday, Indicated with { Person = Bakung }).ThenRefused(VictimRefusals.OtherPerson);
        Known.When(Kepri, Monday, Referred with { Person = Bakung }).ThenRefused(VictimRefusals.OtherPerson);
        Known.Given(Kepri, Monday, Presumed).When(Kepri, Monday, NotVictim with { Person = Bakung }).ThenRefused(VictimRefusals.OtherPerson);
        Known.When(Batam, Monday, new ReflectionPeriodGranted("SK 1", Person: Bakung)).ThenRefused(VictimRefusals.OtherPerson);
    }

    [Fact]
    public void A_referral_that_turns_out_to_be_of_a_child_says_something_new() =>
        Known.When(Batam, Tuesday, Referred with { IsChild = true }).Then(Referred with { IsChild = true }).State.IsChild.ShouldBeTrue();

    [Fact]
    public void A_screening_is_by_a_form_that_was_in_use()
    {
        Known.When(Kepri, Monday, Screened).ThenRefused(VictimReferenceRefusals.UnknownForm, "form");
        var long_ago = new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Known.When(Kepri, long_ago, Indicated).ThenRefused(VictimReferenceRefusals.UnknownForm, "form");
    }

    [Theory]
    [InlineData(2, false, false)]
    [InlineData(3, false, true)]
    [InlineData(1, true, true)]
    public void The_score_indicates_and_for_a_child_any_indicator_does(int score, bool child, bool indicated) =>
        Known.When(Kepri, Monday, Indicated with { Score = score, IsChild = child, Indicated = null })
            .Then(Indicated with { Score = score, IsChild = child, Indicated = indicated });

    [Fact]
    public void An_officer_may_see_more_than_the_score_and_never_less()
    {
        Known.When(Kepri, Monday, Indicated with { Score = 0, Indicators = [] }).Then(Indicated with { Score = 0, Indicators = [] });
        Known.When(Kepri, Monday, Indicated with { Indicated = false }).Then(Indicated);
    }

    [Fact]
    public void A_screening_holds_codes_and_no_words_of_the_person()
    {
        Known.When(Kepri, Monday, Indicated with { Indicators = ["A1", "saya dipukul"] }).ThenRefused(VictimRefusals.IndicatorUnreadable, "indicators[1]");
        Known.When(Kepri, Monday, Indicated with { FormLanguage = "Indonesia" }).ThenRefused(VictimRefusals.LanguageUnreadable);
        Known.When(Kepri, Monday, Indicated with { Score = -1 }).ThenRefused(VictimRefusals.ScoreOutOfRange);
    }

    [Fact]
    public void An_agency_determines_once() =>
        Known.Given(Kepri, Monday, Presumed).When(Kepri, Tuesday, Confirmed).ThenRefused(VictimRefusals.Determined);

    [Fact]
    public void To_confirm_takes_all_elements_and_for_a_child_no_means()
    {
        Known.When(Kepri, Monday, Confirmed).Then(Confirmed);
        Known.When(Kepri, Monday, Confirmed with { Means = null }).ThenRefused(VictimRefusals.ElementsMissing, "means");
        Known.When(Kepri, Monday, Confirmed with { Acts = [], Purposes = [] }).ThenRefused(VictimRefusals.ElementsMissing, "acts", "purposes");
        var child = Confirmed with { Means = null, IsChild = true };
        Known.When(Kepri, Monday, child).Then(child);
        Nothing.Given(Batam, Monday, Referred with { IsChild = true }).When(Kepri, Monday, Confirmed with { Means = null }).Then(child);
    }

    [Fact]
    public void A_determination_says_a_status_and_why()
    {
        Known.When(Kepri, Monday, Presumed with { Status = VictimStatus.NotAssessed }).ThenRefused(VictimRefusals.StatusMissing);
        Known.When(Kepri, Monday, Presumed with { Grounds = "" }).ThenRefused(InputRefusals.Blank, "grounds");
    }

    [Fact]
    public void An_agency_revises_its_own_determination_only()
    {
        var presumed = Known.Given(Kepri, Monday, Presumed);
        presumed.When(Kepri, Tuesday, NotVictim).Then(NotVictim);
        presumed.When(Barelang, Tuesday, NotVictim).ThenRefused(VictimRefusals.NotYours);
        presumed.When(Batam, Tuesday, NotVictim).ThenRefused(VictimRefusals.NotYours);
    }

    [Fact]
    public void A_revision_says_why_and_to_what()
    {
        var presumed = Known.Given(Kepri, Monday, Presumed);
        presumed.When(Kepri, Tuesday, NotVictim with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        presumed.When(Kepri, Tuesday, NotVictim with { Status = VictimStatus.NotAssessed }).ThenRefused(VictimRefusals.StatusMissing);
        presumed.When(Kepri, Tuesday, NotVictim with { Status = VictimStatus.Confirmed }).ThenRefused(VictimRefusals.ElementsMissing);
        presumed.When(Kepri, Tuesday, NotVictim with { Status = VictimStatus.Presumed }).ThenNothing();
    }

    [Fact]
    public void A_reflection_period_is_thirty_days_for_a_suspected_victim()
    {
        var granted = new ReflectionPeriodGranted("SK 1", Person: Teratai);
        Known.When(Batam, Monday, granted).Then(granted with { Until = MondaysDate.AddDays(30) });
        Known.When(Batam, Monday, granted with { DecisionNumber = "" }).ThenRefused(InputRefusals.Blank, "decisionNumber");
        Known.When(Batam, Monday, granted with { Until = MondaysDate.AddDays(29) }).ThenRefused(VictimRefusals.ReflectionTooShort);
        Known.Given(Kepri, Monday, Presumed with { Status = VictimStatus.NotVictim }).When(Batam, Monday, granted).ThenRefused(VictimRefusals.NotSuspected);
        Known.Given(Batam, Monday, granted with { Until = MondaysDate.AddDays(30) }).When(Batam, Tuesday, granted with { DecisionNumber = "SK 2" })
            .ThenRefused(VictimRefusals.ReflectionRuns);
    }

    [Fact]
    public void Every_event_of_a_victim_is_secret_whatever_its_sender_said()
    {
        foreach (var kind in new StreamKind[] { VictimDecider.Kind, ProtectionDecider.Kind, AdministrativeActionDecider.Kind })
        {
            var open = By(Malaka, Monday, Marking.Of(Level.B, Audiences.Everyone));
            kind.Addressed(open, kind.Initial).Marking.Level.ShouldBe(Level.R, kind.Type);
            kind.Addressed(By(Malaka, Monday, Marking.Of(Level.SR)), kind.Initial).Marking.Level.ShouldBe(Level.SR, kind.Type);
        }
    }
}
