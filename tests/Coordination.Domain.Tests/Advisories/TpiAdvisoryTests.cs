using Coordination.Domain.Advisories;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Advisories;

public sealed class TpiAdvisoryTests
{
    internal static readonly TpiAdvisoryPublished Published = new(
        "INS/07", ["TPI-SEKUPANG", "TPI-BATAM-CENTER", "TPI-JUANDA"], ["Paspor baru dari luar domisili"], "Pemeriksaan lanjutan.",
        MondaysDate.AddDays(30), Stream(1));

    internal static readonly TpiAdvisoryAcknowledged Acknowledged = new("TPI-SEKUPANG", "PAGI");
    private static readonly TpiPostureRaised Raised = new("TPI-SEKUPANG", "Dua petugas tambahan.");
    internal static readonly AdvisoryHitRecorded Hit = new("PL/0113", "TPI-SEKUPANG", Teratai);
    internal static readonly HitOutcomeReported Outcome = new("PL/0113", HitOutcome.HandedOver, "Diserahkan ke BP3MI.");
    private static readonly AdvisoryExtended Extended = new(MondaysDate.AddDays(60), "Masih bergerak.");
    private static readonly AdvisoryExpired Expired = new(MondaysDate.AddDays(30));
    private static readonly DateTimeOffset End = Envelope.EndOf(MondaysDate.AddDays(30));

    internal static Story<TpiAdvisory, TpiAdvisoryEvent, TpiAdvisoryCommand> Nothing => Story.Of(TpiAdvisoryDecider.Kind);

    internal static Story<TpiAdvisory, TpiAdvisoryEvent, TpiAdvisoryCommand> Advised => Nothing.Given(Kupang, Monday, Published);

    [Fact]
    public void An_advisory_reaches_its_checkpoints_and_the_offices_that_run_them()
    {
        var state = Nothing.When(Kupang, Monday, Published).Then(Published).State;
        TpiAdvisoryDecider.Kind.Readers(state).ShouldBe(
        [
            .. "KANIM-KUPANG TPI-SEKUPANG KANIM-BATAM TPI-BATAM-CENTER TPI-JUANDA KANIM-SURABAYA".Split(' ').Select(unit => Audiences.Unit("IMIGRASI", unit)),
        ]);
    }

    [Fact]
    public void An_advisory_says_where_by_what_and_until_when()
    {
        Nothing.When(Kupang, Monday, Published with { AdvisoryNumber = "", Action = "" }).ThenRefused(InputRefusals.Blank, "advisoryNumber", "action");
        Nothing.When(Kupang, Monday, Published with { Checkpoints = [] }).ThenRefused(InputRefusals.Empty, "checkpoints");
        Nothing.When(Kupang, Monday, Published with { Indicators = [] }).ThenRefused(InputRefusals.Empty, "indicators");
        Nothing.When(Kupang, Monday, Published with { Checkpoints = ["KANIM-BATAM"] })
            .ThenRefused(TpiAdvisoryRefusals.UnknownCheckpoint, "checkpoints[0]");
        Nothing.When(Kupang, Monday, Published with { ValidTo = MondaysDate.AddDays(-1) }).ThenRefused(TpiAdvisoryRefusals.ValidityInPast);
        Advised.When(Kupang, Tuesday, Published with { AdvisoryNumber = "INS/08" }).ThenRefused(TpiAdvisoryRefusals.Exists);
        Nothing.When(Kupang, Monday, Published with { Checkpoints = [.. Published.Checkpoints, "TPI-JUANDA"] }).Then(Published);
    }

    [Fact]
    public void Each_shift_of_a_checkpoint_acknowledges()
    {
        var first = Advised.When(Sekupang, Monday, Acknowledged).Then(Acknowledged);
        first.State.Silent.Where(silent => silent.Checkpoint == "TPI-SEKUPANG").Select(silent => silent.Shift).ShouldBe(["SIANG"]);
        // Sekupang has no shift of that name: it counts for the one on duty.
        first.When(Sekupang, Monday.AddHours(8), Acknowledged with { Shift = "Regu B" }).Then(Acknowledged with { Shift = "Regu B" })
            .State.Silent.ShouldNotContain(silent => silent.Checkpoint == "TPI-SEKUPANG");
        Advised.When(Sekupang, Monday, Acknowledged with { Shift = "" }).ThenRefused(InputRefusals.Blank, "shift");
    }

    [Fact]
    public void A_checkpoint_speaks_for_itself_or_its_office_for_it()
    {
        Advised.When(Batam, Monday, Acknowledged).Then(Acknowledged);
        Advised.When(Sekupang, Monday, Acknowledged with { Checkpoint = "TPI-JUANDA" }).ThenRefused(TpiAdvisoryRefusals.OtherCheckpoint);
        Advised.When(Sekupang, Monday, Acknowledged with { Checkpoint = "TPI-NONGSA" }).ThenRefused(TpiAdvisoryRefusals.NotOnTheList);
        Advised.When(Kupang, Monday, Raised).ThenRefused(TpiAdvisoryRefusals.OtherCheckpoint);
        Advised.When(Kupang, Monday, Hit).ThenRefused(TpiAdvisoryRefusals.OtherCheckpoint);
        Advised.Given(Sekupang, Monday, Hit).When(Kupang, Monday, Outcome).ThenRefused(TpiAdvisoryRefusals.OtherCheckpoint);
    }

    [Fact]
    public void A_checkpoint_raises_its_posture()
    {
        Advised.When(Sekupang, Monday, Raised).Then(Raised);
        Advised.When(Sekupang, Monday, Raised with { Description = "" }).ThenRefused(InputRefusals.Blank, "description");
        Advised.When(Sekupang, Monday, Raised with { Until = MondaysDate.AddDays(-1) }).ThenRefused(TpiAdvisoryRefusals.ValidityInPast);
    }

    [Fact]
    public void A_hit_is_recorded_and_its_outcome_told()
    {
        var hit = Advised.When(Sekupang, Monday, Hit).Then(Hit);
        var told = hit.When(Sekupang, Monday.AddHours(1), Outcome).Then(Outcome);
        told.State.Hits.Single().Outcome.ShouldBe(HitOutcome.HandedOver);
        told.When(Sekupang, Tuesday, Outcome with { Outcome = HitOutcome.Cleared }).ThenRefused(TpiAdvisoryRefusals.OutcomeReported);
        hit.When(Sekupang, Monday, Outcome with { Explanation = "" }).ThenRefused(InputRefusals.Blank, "explanation");
    }

    [Fact]
    public void A_hit_has_a_number_of_its_own()
    {
        Advised.When(Sekupang, Monday, Hit with { HitNumber = "" }).ThenRefused(InputRefusals.Blank, "hitNumber");
        Advised.Given(Sekupang, Monday, Hit).When(Batam, Monday, Hit with { Checkpoint = "TPI-BATAM-CENTER" }).ThenRefused(TpiAdvisoryRefusals.HitExists);
        Advised.When(Sekupang, Monday, Outcome).ThenRefused(TpiAdvisoryRefusals.UnknownHit);
    }

    [Fact]
    public void After_its_last_day_it_is_over_but_for_outcomes()
    {
        var lapse = TpiAdvisoryDecider.Kind.Lapses(Advised.State).Single();
        (lapse.Due, lapse.Happened).ShouldBe((End, Expired));
        var over = Advised.Given(Sekupang, Monday, Hit).When(Officer.System, End, Expired).Then(Expired);
        TpiAdvisoryDecider.Kind.Lapses(over.State).ShouldBeEmpty();
        over.When(Sekupang, End, Outcome).Then(Outcome);
        over.When(Sekupang, End, Acknowledged).ThenRefused(TpiAdvisoryRefusals.Expired);
        over.When(Kupang, End, Extended).ThenRefused(TpiAdvisoryRefusals.Expired);
    }

    [Fact]
    public void It_does_not_expire_early_nor_after_an_extension()
    {
        Nothing.When(Officer.System, End, Expired).ThenRefused(TpiAdvisoryRefusals.Unknown);
        Advised.When(Officer.System, End.AddSeconds(-1), Expired).ThenRefused(TpiAdvisoryRefusals.StillRuns);
        var extended = Advised.When(Kupang, Tuesday, Extended).Then(Extended);
        extended.When(Officer.System, End, Expired).ThenRefused(TpiAdvisoryRefusals.StillRuns);
    }

    [Fact]
    public void Who_published_it_extends_it()
    {
        Advised.When(Batam, Tuesday, Extended).ThenRefused(TpiAdvisoryRefusals.NotPublisher);
        Advised.When(Kupang, Tuesday, Extended with { ValidTo = MondaysDate.AddDays(10) }).ThenRefused(TpiAdvisoryRefusals.NotLonger);
        Advised.When(Kupang, Tuesday, Extended with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.When(Kupang, Tuesday, Extended).ThenRefused(TpiAdvisoryRefusals.Unknown);
    }

    [Fact]
    public void What_was_not_published_is_not_there()
    {
        foreach (var fact in new TpiAdvisoryEvent[] { Acknowledged, Raised, Hit, Outcome })
            Nothing.When(Sekupang, Monday, fact).ThenRefused(TpiAdvisoryRefusals.Unknown);
    }
}
