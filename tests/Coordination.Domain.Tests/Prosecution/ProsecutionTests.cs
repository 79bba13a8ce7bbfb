using Coordination.Domain.Kernel;
using Coordination.Domain.Prosecution;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Prosecution;

public sealed class ProsecutionTests
{
    private static readonly PoliceReportRegistered Registered = new("LP/A/12", ["UU-21-2007:4"], [Gagak]);
    private static readonly ProsecutorNotified Notified = new("SPDP/08", "KEJARI-BATAM", [NoticeRecipient.Prosecutor], MondaysDate);

    private static Story<Matter, ProsecutionEvent, ProsecutionCommand> Nothing => Story.Of(ProsecutionDecider.Kind);

    private static Story<Matter, ProsecutionEvent, ProsecutionCommand> Open => Nothing.Given(Barelang, Monday, Registered);

    [Fact]
    public void The_police_register_a_report() => Nothing.When(Barelang, Monday, Registered).Then(Registered);

    [Fact]
    public void A_report_has_a_number_and_an_article()
    {
        Nothing.When(Barelang, Monday, Registered with { ReportNumber = "" }).ThenRefused(InputRefusals.Blank);
        Nothing.When(Barelang, Monday, Registered with { Articles = [] }).ThenRefused(InputRefusals.Empty);
    }

    [Fact]
    public void One_matter_has_one_report_of_one_unit()
    {
        Open.When(Barelang, Tuesday, Registered with { ReportNumber = "LP/A/13" }).ThenRefused(ProsecutionRefusals.OtherReport);
        Open.When(Belu, Tuesday, Registered).ThenRefused(ProsecutionRefusals.OtherUnit);
    }

    [Fact]
    public void The_prosecutor_is_notified() => Open.When(Barelang, Tuesday, Notified).Then(Notified);

    [Fact]
    public void A_late_notice_is_recorded_all_the_same()
    {
        Matter.NoticeDue(MondaysDate).ShouldBe(MondaysDate.AddDays(7));
        Open.When(Barelang, Monday.AddDays(30), Notified).Then(Notified);
    }

    [Fact]
    public void A_notice_goes_to_the_prosecutor_in_any_event() =>
        Open.When(Barelang, Tuesday, Notified with { Recipients = [NoticeRecipient.Suspect] })
            .ThenRefused(ProsecutionRefusals.ProsecutorMissing);

    [Fact]
    public void A_notice_needs_a_report_of_the_own_unit()
    {
        Nothing.When(Barelang, Tuesday, Notified).ThenRefused(ProsecutionRefusals.NoReport);
        Open.When(Belu, Tuesday, Notified).ThenRefused(ProsecutionRefusals.OtherUnit);
    }

    [Fact]
    public void A_notice_has_a_number_and_does_not_precede_the_investigation()
    {
        Open.When(Barelang, Tuesday, Notified with { NoticeNumber = "" }).ThenRefused(InputRefusals.Blank);
        Open.When(Barelang, Monday, Notified with { InvestigationStartedOn = MondaysDate.AddDays(1) })
            .ThenRefused(ProsecutionRefusals.NoticeBeforeStart);
    }

    [Fact]
    public void The_prosecutor_is_notified_once() =>
        Open.Given(Barelang, Monday, Notified).When(Barelang, Tuesday, Notified with { NoticeNumber = "SPDP/09" })
            .ThenRefused(ProsecutionRefusals.AlreadyNotified);
}
