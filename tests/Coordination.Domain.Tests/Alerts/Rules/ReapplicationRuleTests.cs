using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Alerts.Rules.Seen;

namespace Coordination.Domain.Tests.Alerts.Rules;

public sealed class ReapplicationRuleTests
{
    private const string Atambua = "KANIM-ATAMBUA";
    private const string Kupang = "KANIM-KUPANG";

    private static Seen Log => new(new ReapplicationRule());

    [Fact]
    public void Deferred_here_and_applying_there_is_told_to_both()
    {
        var finding = Log.And(Application(Bakung), 0, 1, Atambua).And(Deferral(Bakung), 1, 1, Atambua)
            .And(Application(Bakung), 8, 2, Kupang)
            .Findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.High);
        finding.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-ATAMBUA", "unit:IMIGRASI/KANIM-KUPANG"]);
        finding.Facts["answer"].ShouldBe("deferred");
    }

    [Fact]
    public void Refused_here_and_applying_there_is_as_well() =>
        Log.And(new PassportApplicationRefused([DeferralReason.Other], "Alasan", Applicant: Bakung), 0, 1, Atambua)
            .And(Application(Bakung), 8, 2, Kupang)
            .Findings.ShouldHaveSingleItem().Facts["answer"].ShouldBe("refused");

    [Fact]
    public void Applying_again_at_the_same_office_is_not() =>
        Log.And(Deferral(Bakung), 0, 1, Atambua).And(Application(Bakung), 8, 2, Atambua).Findings.ShouldBeEmpty();

    [Fact]
    public void Another_applicant_is_not() =>
        Log.And(Deferral(Bakung), 0, 1, Atambua).And(Application(Jati), 8, 2, Kupang).Findings.ShouldBeEmpty();

    [Fact]
    public void A_deferral_that_was_lifted_before_is_not() =>
        Log.And(Deferral(Bakung), 0, 1, Atambua).And(new PassportDeferralLifted("Dokumen lengkap", Bakung), 2, 1, Atambua)
            .And(Application(Bakung), 8, 2, Kupang).Findings.ShouldBeEmpty();

    [Fact]
    public void A_deferral_after_the_second_application_is_not() =>
        Log.And(Application(Bakung), 8, 2, Kupang).And(Deferral(Bakung), 9, 1, Atambua).Findings.ShouldBeEmpty();

    [Fact]
    public void A_deferral_recorded_late_is() =>
        Log.And(Application(Bakung), 8, 2, Kupang).And(Deferral(Bakung), 1, 1, Atambua).Findings.Count.ShouldBe(1);

    private static PassportApplicationReceived Application(PersonRef applicant) =>
        new(applicant, ApplicationChannel.WalkIn, TravelPurpose.Tourism);

    private static PassportIssuanceDeferred Deferral(PersonRef applicant) =>
        new([DeferralReason.PurposeNotCredible], [], Applicant: applicant);
}
