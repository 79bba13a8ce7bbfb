using Coordination.Domain.Kernel;
using Coordination.Domain.Sharing;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Sharing;

public sealed class SharingTests
{
    private static readonly SharedThing Thing = new(Stream(7), "departure_screening", "IMIGRASI");
    private static readonly Recipient Police = new("POLRI", "POLRESTA-BARELANG");
    private static readonly Recipient Shelter = new("BP3MI", "BP3MI-KEPRI");
    private static readonly SharingWidened ToPolice = new(Thing, [Police], "Penyidikan berjalan.");
    private static readonly SharingNarrowed ToShelterOnly = new(Thing, [Shelter], "Sumber harus dilindungi.", 1);
    private static readonly Story<ThingSharing, SharingEvent, SharingCommand> Nothing = Story.Of(SharingDecider.Kind);

    private static ThingFacts Of(Marking marking, Sight sight = Sight.Full, params int[] recalled) => new(marking, sight, [], recalled.ToHashSet());

    private static readonly ThingFacts Plain = Of(Marking.Of(Level.T, "agency:BP3MI"));

    [Fact]
    public void The_owner_widens_and_what_is_written_is_only_what_is_new()
    {
        var widened = Nothing.When(Batam, Monday, new WidenSharing(ToPolice) { Facts = Plain }).Then(ToPolice);
        widened.When(Batam, Tuesday, new WidenSharing(ToPolice with { Recipients = [Police, new("KEMLU")] }) { Facts = Plain })
            .Then(ToPolice with { Recipients = [new("KEMLU")] })
            .State.Effective(Plain.Marking).Audience.ShouldBe(["agency:BP3MI", "unit:POLRI/POLRESTA-BARELANG", "agency:KEMLU"]);
    }

    [Fact]
    public void A_reader_shares_on_and_who_may_not_read_is_told_that_there_is_nothing()
    {
        Nothing.When(Kepri, Monday, new WidenSharing(ToPolice) { Facts = Plain }).Then(ToPolice);
        foreach (var sight in new[] { Sight.Existence, Sight.Nothing })
            Nothing.When(Kepri, Monday, new WidenSharing(ToPolice) { Facts = Of(Plain.Marking, sight) }).ThenRefused(SharingRefusals.Unknown);
    }

    [Fact]
    public void An_officer_of_the_owner_who_may_not_read_the_thing_decides_nothing_of_its_audience()
    {
        var secret = Of(Marking.Of(Level.R, "agency:BP3MI") with { Caveats = ["H2"] });
        var unseen = secret with { Sight = Sight.Nothing };
        Nothing.When(Batam, Monday, new WidenSharing(ToPolice) { Facts = unseen }).ThenRefused(SharingRefusals.Unknown);
        Nothing.When(Batam, Monday, new NarrowSharing(ToShelterOnly) { Facts = unseen }).ThenRefused(SharingRefusals.Unknown);
        var asked = Nothing.Given(Kepri, Monday, Asked(ConsentKind.OnwardSharing, Police));
        asked.When(Batam, Tuesday, new GiveConsent(new(Thing, 1)) { Facts = unseen }).ThenRefused(SharingRefusals.NoSuchRequest);
        asked.When(Batam, Tuesday, new RefuseConsent(new(Thing, 1, "Tidak.")) { Facts = unseen }).ThenRefused(SharingRefusals.NoSuchRequest);
        asked.When(Batam, Tuesday, new GiveConsent(new(Thing, 1)) { Facts = secret }).Then(new ConsentGiven(Thing, 1));
    }

    [Theory]
    [InlineData("H2")]
    [InlineData("ORCON")]
    public void What_the_owner_controls_is_shared_on_by_its_consent_only(string caveat)
    {
        var facts = Of(Plain.Marking with { Caveats = [caveat] });
        Nothing.When(Kepri, Monday, new WidenSharing(ToPolice) { Facts = facts }).ThenRefused(SharingRefusals.ConsentNeeded);
        Nothing.When(Batam, Monday, new WidenSharing(ToPolice) { Facts = facts }).Then(ToPolice);
        var asked = Asked(ConsentKind.OnwardSharing, Police);
        var granted = Nothing.When(Kepri, Monday, new AskConsent(asked) { Facts = facts }).Then(asked)
            .When(Batam, Tuesday, new GiveConsent(new(Thing, 1)) { Facts = facts }).Then(new ConsentGiven(Thing, 1));
        granted.When(Kepri, Tuesday, new WidenSharing(ToPolice) { Facts = facts }).Then(ToPolice);
        granted.When(Kepri, Tuesday, new WidenSharing(ToPolice with { Recipients = [new("KEMLU")] }) { Facts = facts })
            .ThenRefused(SharingRefusals.ConsentNeeded);
    }

    [Fact]
    public void A_caveat_added_by_a_sharing_binds_from_then_on()
    {
        var burdened = Nothing.When(Batam, Monday, new WidenSharing(ToPolice with { Caveats = ["H2"] }) { Facts = Plain })
            .Then(ToPolice with { Caveats = ["H2"] });
        burdened.When(Barelang, Tuesday, new WidenSharing(ToPolice with { Recipients = [new("KEMLU")] }) { Facts = Plain })
            .ThenRefused(SharingRefusals.ConsentNeeded);
        Nothing.When(Batam, Monday, new WidenSharing(ToPolice with { Caveats = ["H9"] }) { Facts = Plain })
            .ThenRefused(SharingRefusals.UnknownCaveat, "caveats[0]");
    }

    [Fact]
    public void Intelligence_is_shared_by_its_own_fact_which_asks_for_an_answer() =>
        Nothing.When(Batam, Monday, new WidenSharing(ToPolice with { Thing = Thing with { Kind = "intelligence_report" } }) { Facts = Plain })
            .ThenRefused(SharingRefusals.IntelligenceIsShared);

    [Fact]
    public void Sharing_needs_somebody_a_reason_and_units_that_exist()
    {
        Nothing.When(Batam, Monday, new WidenSharing(ToPolice with { Recipients = [] }) { Facts = Plain }).ThenRefused(InputRefusals.Empty);
        Nothing.When(Batam, Monday, new WidenSharing(ToPolice with { Reason = " " }) { Facts = Plain }).ThenRefused(InputRefusals.Blank);
        Nothing.When(Batam, Monday, new WidenSharing(ToPolice with { Recipients = [new("POLRI", "TIDAK-ADA")] }) { Facts = Plain })
            .ThenRefused(Domain.Reference.ReferenceRefusals.UnknownUnit);
    }

    [Fact]
    public void The_owner_alone_narrows_and_after_it_only_the_kept_and_the_owner_read()
    {
        Nothing.When(Kepri, Monday, new NarrowSharing(ToShelterOnly) { Facts = Plain }).ThenRefused(SharingRefusals.NotOwner);
        var marking = Nothing.Given(Batam, Monday, ToPolice).When(Batam, Tuesday, new NarrowSharing(ToShelterOnly with { Recall = 0 }) { Facts = Plain })
            .Then(ToShelterOnly).State.Effective(Plain.Marking);
        Visibility.Of(Viewer.Of(Barelang), marking, "IMIGRASI").ShouldBe(Sight.Nothing);
        Visibility.Of(Viewer.Of(Kepri), marking, "IMIGRASI").ShouldBe(Sight.Full);
        Visibility.Of(Viewer.Of(Batam), marking, "IMIGRASI").ShouldBe(Sight.Full);
    }

    [Fact]
    public void Narrowing_to_who_did_not_read_it_lets_nobody_new_in()
    {
        var marking = Nothing.Given(Batam, Monday, new SharingNarrowed(Thing, [Police], "Keliru.", 1)).State.Effective(Plain.Marking);
        foreach (var reader in new[] { Barelang, Kepri })
            Visibility.Of(Viewer.Of(reader), marking, "IMIGRASI").ShouldBe(Sight.Nothing, reader.Id);
    }

    [Fact]
    public void What_was_withdrawn_can_be_shared_again()
    {
        var withdrawn = Nothing.Given(Batam, Monday, ToPolice).Given(Batam, Tuesday, new SharingNarrowed(Thing, [], "Ditarik.", 1));
        var again = withdrawn.When(Batam, Tuesday, new WidenSharing(ToPolice) { Facts = Plain }).Then(ToPolice);
        Visibility.Of(Viewer.Of(Barelang), again.State.Effective(Plain.Marking), "IMIGRASI").ShouldBe(Sight.Full);
        again.When(Batam, Tuesday, new NarrowSharing(new(Thing, [], "Ditarik lagi.")) { Facts = Plain })
            .Then(new SharingNarrowed(Thing, [], "Ditarik lagi.", 2));
    }

    [Fact]
    public void A_unit_on_the_list_answers_a_recall_once_and_for_any_other_there_is_none()
    {
        var recalled = Nothing.Given(Batam, Monday, ToPolice).Given(Batam, Monday, ToShelterOnly);
        var answer = new AcknowledgeRecall(new(Thing, 1, RecallOutcome.Destroyed)) { Facts = Of(Plain.Marking, Sight.Nothing, 1) };
        recalled.When(Barelang, Tuesday, answer).Then(answer.Fact);
        recalled.When(Kepri, Tuesday, answer with { Facts = Of(Plain.Marking) }).ThenRefused(SharingRefusals.NoSuchRecall);
        recalled.When(Barelang, Tuesday, answer with { Fact = answer.Fact with { Recall = 2 } }).ThenRefused(SharingRefusals.NoSuchRecall);
        recalled.State.Recalls[0].Due.ShouldBe(Monday.AddDays(3));
    }

    [Fact]
    public void Top_secret_is_released_by_two_persons_to_named_officers()
    {
        var facts = Of(Marking.Of(Level.SR));
        var named = new Recipient("POLRI", "POLRESTA-BARELANG", "polri.barelang");
        var release = ToPolice with { Recipients = [named] };
        Nothing.When(Batam, Monday, new WidenSharing(ToPolice) { Facts = facts }).ThenRefused(SharingRefusals.NamedOfficersOnly);
        Nothing.When(Batam, Monday, new WidenSharing(release) { Facts = facts }).ThenRefused(SharingRefusals.SecondPersonNeeded);
        var asked = Asked(ConsentKind.Release, named);
        var waiting = Nothing.When(Batam, Monday, new AskConsent(asked) { Facts = facts }).Then(asked);
        var consent = new GiveConsent(new(Thing, 1)) { Facts = facts };
        waiting.When(Batam, Monday, consent).ThenRefused(SharingRefusals.SamePerson);
        waiting.When(Sekupang, Monday, consent).ThenRefused(SharingRefusals.SecondPersonNeeded);
        waiting.When(Sekupang with { Role = OfficerRole.UnitHead }, Monday, consent).ThenRefused(SharingRefusals.ProofNeeded);
        waiting.When(Sekupang with { Role = OfficerRole.UnitHead }, Monday, consent with { Facts = facts with { IsProved = true } }).Then(consent.Fact)
            .When(Batam, Monday, new WidenSharing(release) { Facts = facts }).Then(release);
        waiting.When(Barelang with { Role = OfficerRole.UnitHead }, Monday, consent).ThenRefused(SharingRefusals.NoSuchRequest);
    }

    [Fact]
    public void A_request_that_waits_is_one_request_and_expires_after_a_week()
    {
        var facts = Of(Plain.Marking with { Caveats = ["H1"] });
        var asked = Asked(ConsentKind.CourtUse);
        var waiting = Nothing.When(Kepri, Monday, new AskConsent(asked) { Facts = facts }).Then(asked);
        waiting.When(Batam, Monday.AddDays(8), new GiveConsent(new(Thing, 1)) { Facts = facts }).ThenRefused(SharingRefusals.RequestExpired);
        waiting.When(Kepri, Monday.AddDays(8), new AskConsent(asked) { Facts = facts }).Then(asked with { Number = 2 });
        waiting.State.AllowsCourtUseBy("BP3MI").ShouldBeFalse();
        var agreed = waiting.When(Batam, Tuesday, new GiveConsent(new(Thing, 1)) { Facts = facts }).Then(new ConsentGiven(Thing, 1));
        agreed.State.AllowsCourtUseBy("BP3MI").ShouldBeTrue();
        agreed.State.AllowsCourtUseBy("POLRI").ShouldBeFalse();
        agreed.When(Batam, Tuesday, new RefuseConsent(new(Thing, 1, "Tidak.")) { Facts = facts }).ThenRefused(SharingRefusals.RequestAnswered);
    }

    [Fact]
    public void The_owner_refuses_with_a_reason_and_nobody_else_answers()
    {
        var facts = Of(Plain.Marking with { Caveats = ["H1"] });
        var waiting = Nothing.Given(Kepri, Monday, Asked(ConsentKind.CourtUse));
        var no = new ConsentRefused(Thing, 1, "Sumber dapat dikenali.");
        waiting.When(Batam, Tuesday, new RefuseConsent(no with { Reason = "" }) { Facts = facts }).ThenRefused(InputRefusals.Blank);
        waiting.When(Kepri, Tuesday, new RefuseConsent(no) { Facts = facts }).ThenRefused(SharingRefusals.NoSuchRequest);
        waiting.When(Batam, Tuesday, new RefuseConsent(no) { Facts = facts }).Then(no).State.AllowsCourtUseBy("BP3MI").ShouldBeFalse();
    }

    [Theory]
    [InlineData(ConsentKind.CourtUse, "")]
    [InlineData(ConsentKind.OnwardSharing, "H1")]
    [InlineData(ConsentKind.Release, "H1")]
    public void Consent_is_asked_where_the_marking_asks_for_it(ConsentKind kind, string caveat)
    {
        var facts = Of(Plain.Marking with { Caveats = caveat.Length == 0 ? [] : [caveat] });
        Nothing.When(Kepri, Monday, new AskConsent(Asked(kind, Police)) { Facts = facts }).ThenRefused(SharingRefusals.ConsentNotNeeded);
    }

    private static ConsentRequested Asked(ConsentKind kind, params Recipient[] recipients) => new(Thing, kind, recipients, "Diperlukan penyidik.", 1);
}
