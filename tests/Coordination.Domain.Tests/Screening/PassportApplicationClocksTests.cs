using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Screening;

public sealed class PassportApplicationClocksTests
{
    /// <summary>Thursday 29 January 2026, 10.00 in Atambua, where it is an hour later than in Batam.</summary>
    private static readonly DateTimeOffset Thursday = new(2026, 1, 29, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly Officer Ntt = new("bp3mi.ntt", "BP3MI", "BP3MI-NTT", OfficerRole.Officer, Level.R);
    private static readonly PassportApplicationReceived Received = new(Bakung, ApplicationChannel.MPaspor, TravelPurpose.Work);
    private static readonly PassportInterviewConducted Interviewed = new([], "Singkat.");
    private static readonly PassportIssuanceDeferred Deferred = new([DeferralReason.NoPlacementDocuments], [], new DateOnly(2026, 2, 20));
    private static readonly DeferredApplicantReferred Referred = new("BP3MI", "BP3MI-NTT", "Jalur resmi.");
    private static readonly FieldCheckOrdered Ordered = new("SP/021", FieldCheckReason.StatementDoubted, "21.71");

    private static Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> Open =>
        Story.Of(PassportApplicationDecider.Kind).Given(Atambua, Thursday, Received);

    [Fact]
    public void An_application_that_nobody_has_talked_about_waits_for_no_answer() => Due(Open).ShouldBeEmpty();

    [Fact]
    public void The_answer_is_due_at_the_end_of_the_fourth_working_day_after_the_interview()
    {
        var due = Due(Open.Given(Atambua, Thursday, Interviewed)).ShouldHaveSingleItem();
        (due.Code, due.Since, due.Due).ShouldBe(("A-PASSPORT-LATE", Thursday, Wita(2026, 2, 4)));
        due.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-ATAMBUA"]);
        due.Subjects.ShouldBe([Bakung]);
    }

    [Fact]
    public void Every_answer_ends_the_wait()
    {
        var interviewed = Open.Given(Atambua, Thursday, Interviewed);
        Due(interviewed.Given(Atambua, Thursday, new PassportIssued())).ShouldBeEmpty();
        Due(interviewed.Given(Atambua, Thursday, new PassportApplicationRefused([DeferralReason.Other], "Tidak sesuai."))).ShouldBeEmpty();
        Due(interviewed.Given(Atambua, Thursday, Deferred with { ReviewOn = null })).ShouldBeEmpty();
    }

    [Fact]
    public void A_deferral_that_was_lifted_starts_the_wait_anew()
    {
        var friday = Thursday.AddDays(1);
        var story = Open.Given(Atambua, Thursday, Interviewed, Deferred).Given(Atambua, friday, new PassportDeferralLifted("Lengkap."));
        Due(story).ShouldHaveSingleItem().Due.ShouldBe(Wita(2026, 2, 5));
    }

    [Fact]
    public void A_deferral_is_recalled_on_the_day_of_its_review_and_late_the_day_after()
    {
        var due = Due(Open.Given(Atambua, Thursday, Deferred));
        due.Select(one => (one.Code, one.Step, one.Severity, one.Due)).ShouldBe(
        [
            ("A-PASSPORT-REVIEW", "review/2026-02-20", Severity.Low, Wita(2026, 2, 19)),
            ("A-PASSPORT-REVIEW", "review/2026-02-20/late", Severity.Medium, Wita(2026, 2, 20)),
        ]);
    }

    [Fact]
    public void A_referral_waits_three_working_days_for_who_takes_it_up()
    {
        var sent = Open.Given(Atambua, Thursday, Deferred with { ReviewOn = null }, Referred);
        var due = Due(sent).ShouldHaveSingleItem();
        (due.Code, due.Due).ShouldBe(("A-REFERRAL-LATE", Wita(2026, 2, 3)));
        due.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-ATAMBUA", "unit:BP3MI/BP3MI-NTT"]);
        Due(sent.Given(Ntt, Thursday, new ApplicantReferralAccepted())).ShouldBeEmpty();
    }

    [Fact]
    public void A_field_check_is_late_after_three_working_days_of_the_place_where_it_is_done()
    {
        var ordered = Open.Given(Atambua, Thursday, Ordered);
        var due = Due(ordered).ShouldHaveSingleItem();
        (due.Code, due.Due).ShouldBe(("A-FIELD-CHECK", Wita(2026, 2, 3).AddHours(1)));
        Due(ordered.Given(Atambua, Thursday, new FieldCheckReported("SP/021", FieldCheckFinding.Confirmed, "Sesuai."))).ShouldBeEmpty();
    }

    private static List<Deadline> Due(Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> story) =>
        [.. PassportApplicationClocks.Clock.Running(story.State)];

    /// <summary>The midnight that ends a day in Atambua.</summary>
    private static DateTimeOffset Wita(int year, int month, int day) => new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(1);
}
