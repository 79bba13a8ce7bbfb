using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Privacy;

public sealed class DeconflictionTests
{
    private static readonly ContactDesk Police = new("POLRI", "POLRESTA-BARELANG", "PPA-PPO");
    private static readonly ContactDesk Shelter = new("BP3MI", "BP3MI-KEPRI", "PELINDUNGAN");
    private static readonly DeconflictionAsked Asked =
        new(SoughtBy.Passport, ["q1"], InquiryPurpose.Investigation, [Shelter], Operation: "Operasi contoh");

    private static Story<DeconflictionQuestion, DeconflictionEvent, DeconflictionCommand> NoQuestion => Story.Of(DeconflictionDecider.Kind);

    private static Story<ContactNotice, ContactNoticeEvent, ContactNoticeCommand> NoNotice => Story.Of(ContactNoticeDecider.Kind);

    [Fact]
    public void A_question_is_recorded_with_what_was_told() => NoQuestion.When(Barelang, Monday, Asked).Then(Asked);

    [Fact]
    public void A_question_without_a_case_or_an_operation_is_curiosity()
    {
        NoQuestion.When(Barelang, Monday, Asked with { Operation = " " }).ThenRefused(PrivacyRefusals.NoOccasion);
        NoQuestion.When(Barelang, Monday, Asked with { Operation = null, Case = new(Stream(1)) }).Then(Asked with { Operation = null, Case = new(Stream(1)) });
    }

    [Fact]
    public void A_question_seeks_something() => NoQuestion.When(Barelang, Monday, Asked with { Sought = [] }).ThenRefused(InputRefusals.Empty, "sought");

    [Fact]
    public void A_notice_is_written_even_when_nobody_is_told() =>
        NoNotice.When(Officer.System, Monday, new ContactNoticed(Police, [])).Then(new ContactNoticed(Police, []));

    [Fact]
    public void Only_who_was_told_takes_it_up()
    {
        var noticed = NoNotice.Given(Officer.System, Monday, new ContactNoticed(Police, [Shelter]));
        noticed.When(Kepri, Tuesday, new ContactNoticeAcknowledged()).Then(new ContactNoticeAcknowledged());
        noticed.When(Batam, Tuesday, new ContactNoticeAcknowledged()).ThenRefused(PrivacyRefusals.UnknownNotice);
        NoNotice.When(Kepri, Tuesday, new ContactNoticeAcknowledged()).ThenRefused(PrivacyRefusals.UnknownNotice);
    }

    [Fact]
    public void One_alarm_an_hour_is_enough()
    {
        var seen = new AccessAnomalyDetected("polri.barelang", "POLRI", "POLRESTA-BARELANG", AnomalyKind.FanOutOfOfficer, 16, 10);
        Story.Of(AccessAnomalyDecider.Kind).When(Officer.System, Monday, seen).Then(seen);
    }
}
