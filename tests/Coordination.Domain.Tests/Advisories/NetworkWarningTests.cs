using Coordination.Domain.Advisories;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Advisories;

public sealed class NetworkWarningTests
{
    internal static readonly NetworkWarningIssued Issued =
        new("PJ/03", "Jaringan Phnom Penh.", "Feri sore dari Batam.", MondaysDate, MondaysDate.AddMonths(1), ["ID"], ["TPI-SEKUPANG"]);

    internal static readonly WarningFeedbackSent Feedback = new(3, 1, "Tiga ditunda, satu bukan sasaran.");

    internal static Story<NetworkWarning, NetworkWarningEvent, NetworkWarningCommand> Nothing => Story.Of(NetworkWarningDecider.Kind);

    internal static Story<NetworkWarning, NetworkWarningEvent, NetworkWarningCommand> Warned => Nothing.Given(Barelang, Monday, Issued);

    [Fact]
    public void The_police_warn_and_the_border_reads_it()
    {
        var warned = Nothing.When(Barelang, Monday, Issued).Then(Issued);
        NetworkWarningDecider.Kind.Readers(warned.State).ShouldBe([Audiences.Unit("POLRI", "POLRESTA-BARELANG"), Audiences.Agency("IMIGRASI")]);
    }

    [Fact]
    public void A_warning_says_who_how_and_when()
    {
        Nothing.When(Barelang, Monday, Issued with { Network = "", Route = "" }).ThenRefused(InputRefusals.Blank, "network", "route");
        Nothing.When(Barelang, Monday, Issued with { Until = MondaysDate.AddDays(-1) }).ThenRefused(NetworkWarningRefusals.PeriodReversed);
        Nothing.When(Barelang, Monday, Issued with { Checkpoints = ["TPI-FIKTIF"] })
            .ThenRefused(NetworkWarningRefusals.UnknownCheckpoint, "checkpoints[0]");
        Warned.When(Barelang, Tuesday, Issued with { WarningNumber = "PJ/04" }).ThenRefused(NetworkWarningRefusals.Exists);
    }

    [Fact]
    public void The_border_says_what_came_of_it_as_often_as_there_is_news()
    {
        var told = Warned.When(Batam, Tuesday, Feedback).Then(Feedback);
        told.When(Batam, Tuesday.AddDays(1), Feedback with { Hits = 4 }).Then(Feedback with { Hits = 4 }).State.Feedback.Count.ShouldBe(2);
    }

    [Fact]
    public void The_warning_says_once_what_was_made_of_it()
    {
        var advised = Warned.When(Officer.System, Monday, new WarningAdvised(Stream(7), "INS/07")).Then(new WarningAdvised(Stream(7), "INS/07"));
        var noted = advised.When(Officer.System, Tuesday, new WarningOutcomeNoted(Stream(7), "PL/1")).Then(new WarningOutcomeNoted(Stream(7), "PL/1"));
        noted.State.Advisories.ShouldBe([Stream(7)]);
        Nothing.When(Officer.System, Monday, new WarningAdvised(Stream(7), "INS/07")).ThenRefused(NetworkWarningRefusals.Unknown);
        Nothing.When(Officer.System, Monday, new WarningOutcomeNoted(Stream(7), "PL/1")).ThenRefused(NetworkWarningRefusals.Unknown);
    }

    [Fact]
    public void An_advisory_without_a_warning_echoes_nowhere()
    {
        var published = TpiAdvisoryTests.Published;
        var state = TpiAdvisoryTests.Advised.State;
        WarningReactions.To(Stream(7), state, published).ShouldBe(
            new WarningEcho(WarningReactions.To(Stream(7), state, published)!.Id, Stream(1), new WarningAdvised(Stream(7), "INS/07")));
        WarningReactions.To(Stream(7), state, TpiAdvisoryTests.Outcome)!.Happened.ShouldBe(new WarningOutcomeNoted(Stream(7), "PL/0113"));
        WarningReactions.To(Stream(7), state, TpiAdvisoryTests.Hit).ShouldBeNull();
        var alone = TpiAdvisoryTests.Nothing.Given(Kupang, Monday, published with { Warning = null });
        WarningReactions.To(Stream(7), alone.State, published with { Warning = null }).ShouldBeNull();
    }

    [Fact]
    public void Feedback_counts_from_nought_and_answers_a_warning()
    {
        Nothing.When(Batam, Tuesday, Feedback).ThenRefused(NetworkWarningRefusals.Unknown);
        Warned.When(Batam, Tuesday, Feedback with { Misses = -1 }).ThenRefused(NetworkWarningRefusals.NegativeCount);
        Warned.When(Batam, Tuesday, Feedback with { Summary = "" }).ThenRefused(InputRefusals.Blank, "summary");
    }
}
