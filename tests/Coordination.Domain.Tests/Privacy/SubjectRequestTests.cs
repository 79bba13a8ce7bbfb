using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Privacy;

public sealed class SubjectRequestTests
{
    private static readonly DataSubjectRequestReceived Received = new(Teratai, DataRight.Access, "PDP/3/2026");
    private static readonly DataSubjectRequestFulfilled Fulfilled = new("Salinan diserahkan.");
    private static readonly DataSubjectRequestRefused Refused = new(LawfulLimit.LegalProcess, "Masih disidangkan.");
    private static readonly DataSubjectRequestHandedToErasure Handed = new(Stream(9));

    private static Story<SubjectRequest, SubjectRequestEvent, SubjectRequestCommand> Nothing => Story.Of(SubjectRequestDecider.Kind);

    private static Story<SubjectRequest, SubjectRequestEvent, SubjectRequestCommand> Asked(DataRight right = DataRight.Access) =>
        Nothing.Given(Kepri, Monday, Received with { Right = right });

    [Fact]
    public void A_request_has_three_days_from_when_it_came()
    {
        var story = Nothing.When(Kepri, Monday, Received).Then(Received);
        story.State.DueAt.ShouldBe(Monday.AddHours(72));
    }

    [Fact]
    public void A_request_can_be_found_again_by_its_reference() =>
        Nothing.When(Kepri, Monday, Received with { Reference = "" }).ThenRefused(InputRefusals.Blank, "reference");

    [Fact]
    public void A_request_is_fulfilled() => Asked().When(Kepri, Tuesday, Fulfilled).Then(Fulfilled);

    [Fact]
    public void A_request_is_refused_on_a_limit_of_the_law() => Asked().When(Kepri, Tuesday, Refused).Then(Refused);

    [Fact]
    public void An_answer_says_what_was_done()
    {
        Asked().When(Kepri, Tuesday, Fulfilled with { Note = " " }).ThenRefused(InputRefusals.Blank, "note");
        Asked().When(Kepri, Tuesday, Refused with { Note = " " }).ThenRefused(InputRefusals.Blank, "note");
    }

    [Fact]
    public void Another_agency_does_not_even_learn_that_there_is_a_request()
    {
        Asked().When(Barelang, Tuesday, Fulfilled).ThenRefused(PrivacyRefusals.UnknownRequest);
        Asked().When(Barelang, Tuesday, Refused).ThenRefused(PrivacyRefusals.UnknownRequest);
        Asked(DataRight.Erasure).When(Barelang, Tuesday, Handed).ThenRefused(PrivacyRefusals.UnknownRequest);
        Asked().When(Barelang, Tuesday, Received).ThenRefused(PrivacyRefusals.UnknownRequest);
        Nothing.When(Kepri, Tuesday, Fulfilled).ThenRefused(PrivacyRefusals.UnknownRequest);
    }

    [Fact]
    public void What_was_answered_is_not_answered_otherwise() =>
        Asked().Given(Kepri, Tuesday, Refused).When(Kepri, Tuesday, Fulfilled).ThenRefused(PrivacyRefusals.RequestAnswered);

    [Fact]
    public void An_erasure_goes_to_the_erasure_workflow_and_is_not_fulfilled_by_hand()
    {
        Asked(DataRight.Erasure).When(Kepri, Tuesday, Fulfilled).ThenRefused(PrivacyRefusals.ErasureIsHandedOver);
        Asked(DataRight.Erasure).When(Kepri, Tuesday, Handed).Then(Handed);
        Asked().When(Kepri, Tuesday, Handed).ThenRefused(PrivacyRefusals.NoErasureAsked);
    }

    [Fact]
    public void A_legal_hold_stops_the_erasure() =>
        Asked(DataRight.Erasure).When(Kepri, Tuesday, new HandRequestToErasure(Handed, OnHold: true)).ThenRefused(PrivacyRefusals.OnHold);
}
