using Coordination.Domain.Kernel;
using Coordination.Domain.Outreach;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Outreach;

public sealed class OutreachTests
{
    private static readonly Officer Village = new("desa.fiktif", "DESA", "DESA-FIKTIF-MALAKA", OfficerRole.Officer, Level.T);

    private static readonly OutreachSessionHeld Held = new(
        OutreachChannel.ChurchPulpit, OutreachProgramme.SafePassport, "53.21.01", "PIMPASA-DASAR", "2026.1", 36, 28, 22, 48, 81, Topics: ["PASPOR"]);

    private static readonly VillageDesignated Designated = new("53.21.01.2001", "SK/004", VillageRisk.High);
    private static readonly OfficerAssignedToVillage Assigned = new("imigrasi.atambua", VillageRole.ImmigrationMentor, "SK/005");
    private static readonly CommunityPartnerRegistered Registered = new(PartnerKind.Church, "Jemaat Fiktif", "53.21.01", ElangsPhone, Bakung);

    private static readonly VillageVerificationRequested Requested =
        new(Bakung, "53.21.01.2001", "DESA", "DESA-FIKTIF-MALAKA", [VillageQuestion.IsResident, VillageQuestion.BrokerInvolved]);

    private static readonly VillageVerificationAnswered Answered = new(IsResident: true, BrokerInvolved: true);

    private static Story<OutreachSession, OutreachSessionEvent, OutreachSessionCommand> NoSession => Story.Of(OutreachSessionDecider.Kind);

    private static Story<FosteredVillage, FosteredVillageEvent, FosteredVillageCommand> NoVillage => Story.Of(FosteredVillageDecider.Kind);

    private static Story<CommunityPartner, CommunityPartnerEvent, CommunityPartnerCommand> NoPartner => Story.Of(CommunityPartnerDecider.Kind);

    private static Story<VillageVerification, VillageVerificationEvent, VillageVerificationCommand> NoQuestion => Story.Of(VillageVerificationDecider.Kind);

    private static Story<VillageVerification, VillageVerificationEvent, VillageVerificationCommand> Asked => NoQuestion.Given(Atambua, Monday, Requested);

    [Fact]
    public void A_session_is_logged_once()
    {
        NoSession.When(Atambua, Monday, Held).Then(Held);
        NoSession.Given(Atambua, Monday, Held).When(Atambua, Tuesday, Held with { Women = 1, Youth = 0 }).ThenRefused(OutreachRefusals.SessionExists);
    }

    [Fact]
    public void The_young_are_among_those_who_came()
    {
        NoSession.When(Atambua, Monday, Held with { Youth = 65 }).ThenRefused(OutreachRefusals.OutOfRange);
        NoSession.When(Atambua, Monday, Held with { Men = -1 }).ThenRefused(OutreachRefusals.OutOfRange);
        NoSession.When(Atambua, Monday, Held with { PostScore = 101 }).ThenRefused(OutreachRefusals.OutOfRange);
    }

    [Fact]
    public void A_session_names_its_place_and_the_version_of_its_material()
    {
        NoSession.When(Atambua, Monday, Held with { Village = "00" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        NoSession.When(Atambua, Monday, Held with { MaterialVersion = "" }).ThenRefused(InputRefusals.Blank, "materialVersion");
    }

    [Fact]
    public void Channels_programmes_and_roles_are_stored_by_the_codes_that_agencies_use() =>
        System.Text.Json.JsonSerializer.Serialize(Held, EventJson.Stored)
            .ShouldStartWith("""{"channel":"MIMBAR_GEREJA","programme":"PINTAR_MEMILIH_PASPOR_AMAN",""");

    [Fact]
    public void A_village_is_designated_by_decree()
    {
        NoVillage.When(Atambua, Monday, Designated).Then(Designated);
        NoVillage.When(Atambua, Monday, Designated with { DecreeNumber = "" }).ThenRefused(InputRefusals.Blank, "decreeNumber");
        NoVillage.When(Atambua, Monday, Designated with { Village = "53.21" }).ThenRefused(OutreachRefusals.NotAVillage, "village");
        NoVillage.When(Atambua, Monday, Designated with { Village = "00.21.01.2001" }).ThenRefused(ReferenceRefusals.UnknownPlace);
        NoVillage.Given(Atambua, Monday, Designated).When(Atambua, Tuesday, Designated with { DecreeNumber = "SK/9" }).ThenRefused(OutreachRefusals.VillageExists);
        NoVillage.Given(Atambua, Monday, Designated).When(Kupang, Tuesday, Designated).ThenRefused(OutreachRefusals.OtherOffice);
    }

    [Fact]
    public void The_office_of_the_village_names_who_looks_after_it()
    {
        var village = NoVillage.Given(Atambua, Monday, Designated);
        village.When(Atambua, Tuesday, Assigned).Then(Assigned);
        NoVillage.When(Atambua, Tuesday, Assigned).ThenRefused(OutreachRefusals.NotDesignated);
        village.When(Kupang, Tuesday, Assigned).ThenRefused(OutreachRefusals.OtherOffice);
        village.When(Atambua, Tuesday, Assigned with { Officer = "" }).ThenRefused(InputRefusals.Blank, "officer");
        village.When(Atambua, Tuesday, Assigned with { Until = MondaysDate }).ThenRefused(OutreachRefusals.OutOfRange, "until");
    }

    [Fact]
    public void An_officer_has_one_role_in_a_village_at_a_time()
    {
        var deputy = Assigned with { Role = VillageRole.Deputy };
        NoVillage.Given(Atambua, Monday, Designated, Assigned).When(Atambua, Tuesday, deputy).Then(deputy).State.Officers.ShouldBe([deputy]);
    }

    [Fact]
    public void A_partner_has_a_name_and_an_area()
    {
        NoPartner.When(Atambua, Monday, Registered).Then(Registered);
        NoPartner.When(Atambua, Monday, Registered with { Name = "" }).ThenRefused(InputRefusals.Blank, "name");
        NoPartner.When(Atambua, Monday, Registered with { Area = "00" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        NoPartner.Given(Atambua, Monday, Registered).When(Atambua, Tuesday, Registered with { Name = "Lain" }).ThenRefused(OutreachRefusals.PartnerExists);
    }

    [Fact]
    public void A_question_goes_to_a_village_or_its_local_government_which_may_then_read_it()
    {
        var story = NoQuestion.When(Atambua, Monday, Requested).Then(Requested);
        VillageVerificationDecider.Kind.Readers(story.State).ShouldBe(["unit:IMIGRASI/KANIM-ATAMBUA", "unit:DESA/DESA-FIKTIF-MALAKA"]);
        NoQuestion.When(Atambua, Monday, Requested with { ToAgency = "POLRI", ToUnit = "POLRES-BELU" }).ThenRefused(OutreachRefusals.CannotAnswer);
        NoQuestion.When(Atambua, Monday, Requested with { ToUnit = "DESA-BULAN" }).ThenRefused(ReferenceRefusals.UnknownUnit);
        NoQuestion.When(Atambua, Monday, Requested with { Questions = [] }).ThenRefused(InputRefusals.Empty, "questions");
        NoQuestion.When(Atambua, Monday, Requested with { Village = "00" }).ThenRefused(ReferenceRefusals.UnknownPlace, "place");
        Asked.When(Atambua, Tuesday, Requested with { Person = Teratai }).ThenRefused(OutreachRefusals.VerificationExists);
    }

    [Fact]
    public void The_village_answers_and_may_learn_more()
    {
        var more = Answered with { FamilyPermits = false };
        Asked.When(Village, Tuesday, Answered).Then(Answered).When(Village, Tuesday, more).Then(more);
    }

    [Fact]
    public void Nobody_answers_for_the_village_and_an_answer_says_something()
    {
        Asked.When(Malaka, Tuesday, Answered).ThenRefused(OutreachRefusals.NotAddressee);
        NoQuestion.When(Village, Tuesday, Answered).ThenRefused(OutreachRefusals.VerificationUnknown);
        Asked.When(Village, Tuesday, new VillageVerificationAnswered()).ThenRefused(OutreachRefusals.NothingAnswered);
        Asked.When(Village, Tuesday, new VillageVerificationAnswered(Note: "Pindah tahun lalu.")).Then(new VillageVerificationAnswered(Note: "Pindah tahun lalu."));
    }
}
