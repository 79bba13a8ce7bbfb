using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Members;

public sealed class MemberTests
{
    private static readonly Officer Head = new("polri.kepala", "POLRI", "POLRESTA-BARELANG", OfficerRole.UnitHead, Level.R);
    private static readonly Officer Second = new("polri.wakil", "POLRI", "POLDA-KEPRI", OfficerRole.UnitHead, Level.R);
    private static readonly Officer Centre = new("polri.pusat", "POLRI", "BARESKRIM", OfficerRole.UnitHead, Level.SR);
    private static readonly Officer Operator = new("operator", "SATGAS", "SEKRETARIAT", OfficerRole.Operator, Level.B);
    private static readonly Guid Grant = Stream(7);

    private static readonly OfficerAppointed Melati = new("polri.melati", "POLRI", "POLRESTA-BARELANG");
    private static readonly RightsProposed ToHead = new(Grant, OfficerRole.UnitHead, Level.R, [], "Menjadi kepala unit.");

    private static Story<Member, OfficerEvent, OfficerCommand> Appointed =>
        Story.Of(OfficerDecider.Kind).Given(Head, Monday, Melati);

    [Fact]
    public void A_head_appoints_into_the_own_unit_with_the_least_of_rights()
    {
        var member = Story.Of(OfficerDecider.Kind).When(Head, Monday, Melati).Then(Melati).State;
        member.OfficerAt(Monday).ShouldBe(new Officer("polri.melati", "POLRI", "POLRESTA-BARELANG", OfficerRole.Officer, Level.T));
        member.OfficerAt(Monday.AddSeconds(-1)).ShouldBeNull("nobody is appointed for the past");
    }

    [Fact]
    public void A_head_of_another_unit_of_another_agency_or_a_plain_officer_does_not_appoint()
    {
        Story.Of(OfficerDecider.Kind).When(Second, Monday, Melati).ThenRefused(MemberRefusals.NotHead);
        Story.Of(OfficerDecider.Kind).When(Batam, Monday, Melati).ThenRefused(MemberRefusals.Unknown);
        Story.Of(OfficerDecider.Kind).When(Barelang, Monday, Melati).ThenRefused(MemberRefusals.NotHead);
    }

    [Fact]
    public void The_head_of_the_centre_decides_over_every_unit_of_the_agency() =>
        Story.Of(OfficerDecider.Kind).When(Centre, Monday, Melati).Then(Melati);

    [Fact]
    public void A_name_is_taken_once_and_for_ever()
    {
        Appointed.When(Centre, Tuesday, Melati with { Unit = "POLDA-KEPRI" }).ThenRefused(MemberRefusals.Exists);
        Story.Of(OfficerDecider.Kind).When(Head, Monday, Melati with { Username = "Ini Bukan" }).ThenRefused(MemberRefusals.BadName);
    }

    [Fact]
    public void Rights_that_decide_over_others_and_clearance_for_secrets_need_a_second_person()
    {
        var grant = new RightsGranted(OfficerRole.Officer, Level.R, [], "Menangani kasus.");
        Appointed.When(Head, Tuesday, grant).ThenRefused(MemberRefusals.SecondPersonNeeded);
        Appointed.When(Head, Tuesday, grant with { Role = OfficerRole.UnitHead, Clearance = Level.T }).ThenRefused(MemberRefusals.SecondPersonNeeded);
        Appointed.When(Head, Tuesday, grant with { Clearance = Level.T, Privileges = [Privilege.BreakGlass] })
            .ThenRefused(MemberRefusals.SecondPersonNeeded);
        var lower = new RightsGranted(OfficerRole.Officer, Level.B, [], "Bertugas di loket.");
        Appointed.When(Head, Tuesday, lower).Then(lower).State.RightsAt(Tuesday)!.Clearance.ShouldBe(Level.B);
    }

    [Fact]
    public void A_proposal_changes_nothing_until_another_head_confirms_it()
    {
        var proposed = Appointed.When(Head, Tuesday, ToHead).Then(ToHead);
        proposed.State.RightsAt(Tuesday)!.Role.ShouldBe(OfficerRole.Officer);
        proposed.When(Head, Tuesday, new RightsConfirmed(Grant)).ThenRefused(MemberRefusals.SamePerson);
        var confirmed = proposed.When(Second, Tuesday.AddHours(1), new RightsConfirmed(Grant)).ThenEachTime(new RightsConfirmed(Grant));
        (confirmed.State.RightsAt(Tuesday)!.Role, confirmed.State.RightsAt(Tuesday.AddHours(1))!.Role)
            .ShouldBe((OfficerRole.Officer, OfficerRole.UnitHead), "nobody had them before the second person said so");
        confirmed.When(Second, Tuesday.AddHours(2), new RightsConfirmed(Grant)).ThenRefused(MemberRefusals.NoProposal);
    }

    [Fact]
    public void What_two_persons_gave_for_a_week_one_person_neither_gives_again_nor_for_longer()
    {
        var week = Tuesday.AddDays(7);
        var secrets = new RightsGranted(OfficerRole.Officer, Level.R, [Privilege.BreakGlass], "Menangani kasus.");
        var given = Appointed.Given(Centre, Tuesday, secrets with { Until = week });
        given.When(Head, Tuesday.AddDays(1), secrets).ThenRefused(MemberRefusals.SecondPersonNeeded);
        given.When(Head, Tuesday.AddDays(1), secrets with { Until = week.AddDays(1) }).ThenRefused(MemberRefusals.SecondPersonNeeded);
        given.When(Head, week, secrets with { Until = week.AddDays(7) }).ThenRefused(MemberRefusals.SecondPersonNeeded);
        given.When(Head, Tuesday.AddDays(1), secrets with { Until = week.AddDays(-1) }).ThenEachTime(secrets with { Until = week.AddDays(-1) });
    }

    [Fact]
    public void Who_moves_keeps_for_a_time_what_was_given_for_a_time()
    {
        var week = Tuesday.AddDays(7);
        var moved = Appointed.Given(Centre, Tuesday, new RightsGranted(OfficerRole.Officer, Level.R, [], "Menangani kasus.", Until: week))
            .Given(Centre, Tuesday.AddDays(1), new OfficerMoved("POLDA-KEPRI"));
        moved.State.OfficerAt(week.AddSeconds(-1)).ShouldBe(new Officer("polri.melati", "POLRI", "POLDA-KEPRI", OfficerRole.Officer, Level.R));
        moved.State.OfficerAt(week).ShouldBe(new Officer("polri.melati", "POLRI", "POLDA-KEPRI", OfficerRole.Officer, Level.T));
        moved.State.OfficerAt(Tuesday)!.Unit.ShouldBe("POLRESTA-BARELANG");
    }

    [Fact]
    public void Neither_a_plain_officer_nor_the_receiver_nor_another_agency_is_the_second_person()
    {
        var proposed = Appointed.Given(Head, Tuesday, ToHead);
        proposed.When(Barelang, Tuesday, new RightsConfirmed(Grant)).ThenRefused(MemberRefusals.NotHead);
        proposed.When(Head with { Id = "polri.melati" }, Tuesday, new RightsConfirmed(Grant)).ThenRefused(MemberRefusals.SamePerson);
        proposed.When(Coordinator, Tuesday, new RightsConfirmed(Grant)).ThenRefused(MemberRefusals.Unknown);
        proposed.When(Second, Tuesday, new RightsDeclined(Grant, "Belum ada surat.")).ThenEachTime(new RightsDeclined(Grant, "Belum ada surat."))
            .When(Second, Tuesday, new RightsConfirmed(Grant)).ThenRefused(MemberRefusals.NoProposal);
    }

    [Fact]
    public void Nobody_grants_more_than_the_own_clearance_or_changes_the_own_rights_or_gives_a_role_of_the_task_force()
    {
        Appointed.When(Head, Tuesday, ToHead with { Clearance = Level.SR }).ThenRefused(MemberRefusals.AboveOwn);
        Appointed.When(Head with { Id = "polri.melati" }, Tuesday, ToHead).ThenRefused(MemberRefusals.OwnRights);
        Appointed.When(Head, Tuesday, ToHead with { Role = OfficerRole.Coordinator }).ThenRefused(MemberRefusals.RoleNotOfAgency);
        Appointed.When(Head, Tuesday, ToHead with { Role = OfficerRole.SystemClient }).ThenRefused(MemberRefusals.RoleNotOfAgency);
    }

    [Fact]
    public void Rights_have_a_beginning_and_an_end_and_what_was_before_comes_back()
    {
        var deputy = new RightsGranted(OfficerRole.Officer, Level.B, [], "Menggantikan.", Tuesday, Tuesday.AddDays(7));
        var state = Appointed.When(Head, Monday, deputy).ThenEachTime(deputy).State;
        state.RightsAt(Monday)!.Clearance.ShouldBe(Level.T);
        state.RightsAt(Tuesday)!.Clearance.ShouldBe(Level.B);
        state.RightsAt(Tuesday.AddDays(7))!.Clearance.ShouldBe(Level.T);
        Appointed.When(Head, Monday, deputy with { Until = Tuesday }).ThenRefused(MemberRefusals.BadPeriod);
    }

    [Fact]
    public void An_appointment_ends_with_its_day()
    {
        var until = Melati with { Until = Tuesday };
        var state = Story.Of(OfficerDecider.Kind).When(Head, Monday, until).Then(until).State;
        state.OfficerAt(Tuesday.AddSeconds(-1)).ShouldNotBeNull();
        state.OfficerAt(Tuesday).ShouldBeNull();
    }

    [Fact]
    public void A_head_or_the_operator_disables_and_only_a_head_enables()
    {
        var (off, on) = (new OfficerDisabled("Telepon hilang."), new OfficerEnabled("Telepon diganti."));
        var disabled = Appointed.When(Operator, Tuesday, off).Then(off);
        disabled.State.OfficerAt(Tuesday).ShouldBeNull();
        disabled.When(Operator, Tuesday, on).ThenRefused(MemberRefusals.Unknown);
        disabled.When(Head, Tuesday, on).Then(on).State.OfficerAt(Tuesday).ShouldNotBeNull();
        Appointed.When(Barelang, Tuesday, off).ThenRefused(MemberRefusals.NotHead);
        Appointed.When(Batam, Tuesday, off).ThenRefused(MemberRefusals.Unknown);
    }

    [Fact]
    public void An_officer_is_disabled_from_when_to_when_it_was_said()
    {
        var leave = new OfficerDisabled("Cuti.", Tuesday, Tuesday.AddDays(14));
        var said = Appointed.When(Head, Monday, leave).Then(leave);
        bool[] able = [.. new[] { Tuesday.AddSeconds(-1), Tuesday, Tuesday.AddDays(14) }.Select(at => said.State.OfficerAt(at) is not null)];
        able.ShouldBe([true, false, true]);
        var back = new OfficerEnabled("Kembali lebih awal.", Tuesday.AddDays(7));
        said.When(Head, Monday, back).Then(back).State.OfficerAt(Tuesday.AddDays(8)).ShouldNotBeNull();
        Appointed.When(Head, Monday, leave with { Until = Monday }).ThenRefused(MemberRefusals.BadPeriod);
        // A row that was folded before this was kept still shuts out.
        (said.State with { Disabled = true, Disablements = [] }).OfficerAt(Monday).ShouldBeNull();
    }

    [Fact]
    public void An_officer_moves_within_what_the_mover_decides_over_and_keeps_the_rights()
    {
        var moved = new OfficerMoved("POLDA-KEPRI");
        Appointed.When(Head, Tuesday, moved).ThenRefused(MemberRefusals.NotHead);
        Appointed.When(Centre, Tuesday, moved).Then(moved).State.OfficerAt(Tuesday)!.Unit.ShouldBe("POLDA-KEPRI");
    }

    [Fact]
    public void An_invitation_goes_to_who_has_the_least_of_rights()
    {
        var invited = new OfficerInvited(Tuesday.AddDays(1));
        Appointed.When(Head, Tuesday, invited).ThenEachTime(invited);
        Appointed.When(Head, Tuesday.AddDays(1), invited).ThenRefused(MemberRefusals.BadPeriod);
        Appointed.When(Batam, Tuesday, invited).ThenRefused(MemberRefusals.Unknown);
        Appointed.Given(Head, Tuesday, ToHead).Given(Second, Tuesday, new RightsConfirmed(Grant))
            .When(Head, Tuesday, invited).ThenRefused(MemberRefusals.InvitationTooStrong);
    }

    [Fact]
    public void A_system_has_scopes_and_secrets_and_a_person_has_neither()
    {
        var system = new ClientRegistered("polri.spkt", "POLRI", "POLRESTA-BARELANG", [Scopes.Events]);
        var secret = new ClientSecretIssued(Grant);
        var registered = Story.Of(OfficerDecider.Kind).When(Head, Monday, system).Then(system);
        registered.State.OfficerAt(Monday)!.Role.ShouldBe(OfficerRole.SystemClient);
        registered.When(Head, Monday, secret).Then(secret);
        Appointed.When(Head, Monday, secret).ThenRefused(MemberRefusals.NotSystem);
        Story.Of(OfficerDecider.Kind).When(Head, Monday, system with { Scopes = ["everything"] }).ThenRefused(MemberRefusals.UnknownScope);
    }

    [Fact]
    public void A_unit_is_under_another_by_its_parents_and_under_a_centre_always()
    {
        Units.IsWithin("IMIGRASI", "TPI-SEKUPANG", "KANIM-BATAM").ShouldBeTrue();
        Units.IsWithin("IMIGRASI", "KANIM-BATAM", "TPI-SEKUPANG").ShouldBeFalse();
        Units.IsWithin("POLRI", "POLRES-BELU", "BARESKRIM").ShouldBeTrue();
        Units.IsWithin("POLRI", "POLRES-BELU", "POLDA-KEPRI").ShouldBeFalse();
    }
}
