using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Members;

public sealed class BreakGlassTests
{
    private static readonly Officer Owner = new("imigrasi.kepala", "IMIGRASI", "KANIM-BATAM", OfficerRole.UnitHead, Level.R);

    private static readonly BreakGlassOpened Look =
        new(new CaseId(Stream(1)), "IMIGRASI", "Korban terancam malam ini.", Monday.AddHours(4), [Audiences.Person("bp3mi.kepala")]);

    private static readonly BreakGlassReviewed Right = new(GlassFinding.Justified, "Ancaman nyata.");

    private static Story<GlassFile, BreakGlassEvent, BreakGlassCommand> Opened => Story.Of(BreakGlassDecider.Kind).Given(Kepri, Monday, Look);

    [Fact]
    public void It_lasts_at_most_four_hours_and_ends_by_the_clock()
    {
        var glass = Story.Of(BreakGlassDecider.Kind).When(Kepri, Monday, Look).Then(Look).State;
        glass.IsOpen(Monday.AddHours(4).AddSeconds(-1)).ShouldBeTrue();
        glass.IsOpen(Monday.AddHours(4)).ShouldBeFalse();
        Story.Of(BreakGlassDecider.Kind).When(Kepri, Monday, Look with { Until = Monday.AddHours(4).AddSeconds(1) }).ThenRefused(BreakGlassRefusals.TooLong);
        Story.Of(BreakGlassDecider.Kind).When(Kepri, Monday, Look with { Until = Monday }).ThenRefused(BreakGlassRefusals.TooLong);
    }

    [Fact]
    public void It_needs_a_reason() =>
        Story.Of(BreakGlassDecider.Kind).When(Kepri, Monday, Look with { Reason = " " }).ThenRefused(InputRefusals.Blank);

    [Fact]
    public void There_is_no_extension_and_no_second_time_before_the_review()
    {
        Opened.When(Kepri, Monday.AddHours(3), Look with { Reason = "Lagi.", Until = Monday.AddHours(6) }).ThenRefused(BreakGlassRefusals.StillOpen);
        var again = Look with { Until = Tuesday.AddHours(2) };
        Opened.When(Kepri, Tuesday, again).ThenRefused(BreakGlassRefusals.ReviewPending);
        Opened.Given(Owner, Monday.AddHours(5), Right).When(Kepri, Tuesday, again).Then(again);
    }

    [Fact]
    public void Its_user_gives_it_back_and_the_clock_says_when_it_is_over()
    {
        Opened.When(Owner, Monday.AddHours(1), new BreakGlassEnded(ByClock: false)).ThenRefused(BreakGlassRefusals.NotUser);
        var back = Opened.When(Kepri, Monday.AddHours(1), new BreakGlassEnded(ByClock: false)).Then(new BreakGlassEnded(ByClock: false));
        back.State.IsOpen(Monday.AddHours(2)).ShouldBeFalse();
        Opened.When(Officer.System, Monday.AddHours(1), new BreakGlassEnded(ByClock: true)).ThenRefused(BreakGlassRefusals.StillOpen);
        Opened.When(Officer.System, Monday.AddHours(4), new BreakGlassEnded(ByClock: true)).Then(new BreakGlassEnded(ByClock: true));
    }

    [Fact]
    public void Its_user_cannot_close_the_review_whatever_the_role()
    {
        Opened.When(Kepri, Tuesday, Right).ThenRefused(BreakGlassRefusals.OwnReview);
        Opened.When(Kepri with { Role = OfficerRole.UnitHead }, Tuesday, Right).ThenRefused(BreakGlassRefusals.OwnReview);
        Opened.When(Batam, Tuesday, Right).ThenRefused(BreakGlassRefusals.NotReviewer);
        Opened.When(Barelang with { Role = OfficerRole.UnitHead }, Tuesday, Right).ThenRefused(BreakGlassRefusals.NotReviewer);
        Opened.When(Owner, Tuesday, Right).Then(Right);
        Opened.When(Kepri with { Id = "bp3mi.kepala", Role = OfficerRole.UnitHead }, Tuesday, Right).Then(Right);
    }

    [Fact]
    public void The_owner_and_the_users_head_read_every_event_of_it() =>
        BreakGlassDecider.Kind.Readers(Opened.State).ShouldBe([Audiences.Agency("IMIGRASI"), Audiences.Person("bp3mi.kepala")]);
}
