using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Screening;

public sealed class ReapplicationTests
{
    private static readonly PassportApplicationReceived Received = new(Bakung, ApplicationChannel.WalkIn, TravelPurpose.Tourism);
    private static readonly EarlierApplication AtAtambua = new(Stream(1), EarlierAnswer.Deferred, "KANIM-ATAMBUA", Monday);

    private static Story<PassportApplication, PassportApplicationEvent, PassportApplicationCommand> AtKupang =>
        Story.Of(PassportApplicationDecider.Kind).Given(Kupang, Tuesday, Received);

    [Fact]
    public void Who_was_deferred_elsewhere_and_applies_here_is_pointed_out() =>
        AtKupang.When(Officer.System, Tuesday, Note(AtAtambua).Single())
        .Then(new ApplicantReappliedElsewhere(Bakung, Stream(1), EarlierAnswer.Deferred, "KANIM-ATAMBUA", Monday));

    [Fact]
    public void The_same_office_need_not_be_told() => Note(AtAtambua with { Unit = "KANIM-KUPANG" }).ShouldBeEmpty();

    [Fact]
    public void A_deferral_that_was_lifted_before_is_no_reapplication() =>
        Note(AtAtambua with { LiftedAt = Tuesday.AddHours(-1) }).ShouldBeEmpty();

    [Fact]
    public void A_deferral_that_is_lifted_later_is_one() => Note(AtAtambua with { LiftedAt = Tuesday.AddHours(1) }).Count.ShouldBe(1);

    [Fact]
    public void A_later_answer_elsewhere_is_no_earlier_one() => Note(AtAtambua with { At = Tuesday.AddDays(1) }).ShouldBeEmpty();

    [Fact]
    public void All_earlier_answers_are_pointed_out_oldest_first() =>
        Note(AtAtambua with { Application = Stream(2), At = Monday.AddHours(1), Answer = EarlierAnswer.Refused }, AtAtambua)
            .Select(note => note.Fact.EarlierApplication).ShouldBe([Stream(1), Stream(2)]);

    [Fact]
    public void Nothing_is_pointed_out_on_an_application_that_is_not_there() =>
        Story.Of(PassportApplicationDecider.Kind).When(Officer.System, Tuesday, Note(AtAtambua).Single())
            .ThenRefused(PassportApplicationRefusals.ApplicantMissing);

    private static IReadOnlyList<NoteReapplication> Note(params EarlierApplication[] earlier) =>
        PassportApplicationDecider.Reapplications(AtKupang.State, Tuesday, earlier);
}
