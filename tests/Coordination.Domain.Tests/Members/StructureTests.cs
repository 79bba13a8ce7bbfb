using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Domain.Members;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Members;

/// <summary>Units and desks, agencies, joint teams.</summary>
public sealed class StructureTests
{
    private static readonly Officer Head = new("polri.kepala", "POLRI", "POLRESTA-BARELANG", OfficerRole.UnitHead, Level.R);

    private static readonly UnitRegistered Nongsa =
        new("POLRI", "POLSEK-NONGSA", "Polsek Nongsa", UnitKind.District, "21.71.05", "POLRESTA-BARELANG", ["SPKT"]);

    private static readonly TaskForceFormed Team = new("TIM-BATAM", "Tim Gabungan Batam", "21.71", ["POLRI", "IMIGRASI"]);

    [Fact]
    public void The_head_above_or_the_task_force_registers_a_unit()
    {
        Story.Of(UnitDecider.Kind).When(Head, Monday, Nongsa).Then(Nongsa);
        Story.Of(UnitDecider.Kind).When(Coordinator, Monday, Nongsa).Then(Nongsa);
        Story.Of(UnitDecider.Kind).When(Barelang, Monday, Nongsa).ThenRefused(MemberRefusals.NotHead);
        Story.Of(UnitDecider.Kind).When(Head, Monday, Nongsa with { Parent = "NIRWANA" }).ThenRefused(MemberRefusals.NotHead);
        Story.Of(UnitDecider.Kind).When(Coordinator, Monday, Nongsa with { Parent = "NIRWANA" }).ThenRefused(ReferenceRefusals.UnknownUnit);
        Story.Of(UnitDecider.Kind).When(Head, Monday, Nongsa with { Place = "99.99" }).ThenRefused(ReferenceRefusals.UnknownPlace);
    }

    [Fact]
    public void A_desk_has_officers_and_deputies_for_a_time()
    {
        var holiday = new DeskStaffed("SPKT", ["polri.kenanga"], [], Tuesday, Tuesday.AddDays(2));
        var always = new DeskStaffed("SPKT", ["polri.melati"], ["polri.kenanga"]);
        var unit = Story.Of(UnitDecider.Kind).Given(Head, Monday, Nongsa, always).When(Head, Monday, holiday).ThenEachTime(holiday).State;
        unit.StaffAt("SPKT", Monday)!.Officers.ShouldBe(["polri.melati"]);
        unit.StaffAt("SPKT", Tuesday)!.Officers.ShouldBe(["polri.kenanga"]);
        unit.StaffAt("SPKT", Tuesday.AddDays(2))!.Deputies.ShouldBe(["polri.kenanga"]);
        Story.Of(UnitDecider.Kind).Given(Head, Monday, Nongsa).When(Head, Monday, always with { Desk = "PPA" }).ThenRefused(ReferenceRefusals.UnknownDesk);
    }

    [Fact]
    public void A_closed_unit_takes_no_staff_and_can_be_registered_again()
    {
        var closed = Story.Of(UnitDecider.Kind).Given(Head, Monday, Nongsa).When(Head, Monday, new UnitClosed("Digabung.")).Then(new UnitClosed("Digabung."));
        closed.When(Head, Monday, new DeskStaffed("SPKT", ["polri.melati"], [])).ThenRefused(MemberRefusals.UnitClosed);
        closed.When(Head, Tuesday, Nongsa).Then(Nongsa);
    }

    [Fact]
    public void What_is_known_of_a_unit_and_of_a_member_is_kept_as_JSON_and_read_back()
    {
        var unit = Story.Of(UnitDecider.Kind).Given(Head, Monday, Nongsa, new DeskStaffed("SPKT", ["polri.melati"], [])).State;
        var member = Story.Of(OfficerDecider.Kind).Given(Head, Monday, new OfficerAppointed("polri.melati", "POLRI", "POLDA-KEPRI"))
            .Given(Head, Monday, new RightsProposed(Stream(7), OfficerRole.UnitHead, Level.R, [Privilege.BreakGlass], "Kepala.")).State;
        Again(unit).StaffAt("SPKT", Monday)!.Officers.ShouldBe(["polri.melati"]);
        Again(member).OfficerAt(Monday).ShouldBe(member.OfficerAt(Monday));
        Again(member).Proposals[Stream(7)].Fact.Privileges.ShouldBe([Privilege.BreakGlass]);
    }

    private static T Again<T>(T state) => JsonSerializer.Deserialize<T>(JsonSerializer.SerializeToUtf8Bytes(state, EventJson.Stored), EventJson.Stored)!;

    [Fact]
    public void Only_the_task_force_suspends_an_agency_and_never_itself()
    {
        var (off, on) = (new AgencySuspended("LSM", "Perjanjian berakhir."), new AgencyReadmitted("LSM", "Perjanjian baru."));
        Story.Of(AgencyDecider.Kind).When(Head, Monday, off).ThenRefused(MemberRefusals.NotTaskForce);
        Story.Of(AgencyDecider.Kind).When(Coordinator, Monday, off with { Agency = "SATGAS" }).ThenRefused(MemberRefusals.OwnRights);
        var suspended = Story.Of(AgencyDecider.Kind).When(Coordinator, Monday, off).Then(off);
        suspended.State.IsSuspendedAt(Monday).ShouldBeTrue();
        suspended.When(Coordinator, Tuesday, on).ThenEachTime(on).When(Coordinator, Tuesday, on).ThenRefused(MemberRefusals.NotSuspended);
    }

    [Fact]
    public void A_joint_team_has_officers_of_its_agencies_until_it_is_dissolved()
    {
        var formed = Story.Of(TaskForceDecider.Kind).When(Coordinator, Monday, Team).Then(Team);
        formed.State.IsActive(Monday).ShouldBeTrue();
        var added = new TaskForceOfficerAdded("polri.melati", "POLRI");
        formed.When(Head, Monday, added).Then(added).State.Officers.Keys.ShouldBe(["polri.melati"]);
        formed.When(Barelang, Monday, added).ThenRefused(MemberRefusals.NotHead);
        formed.When(Coordinator, Monday, added with { Agency = "BP3MI" }).ThenRefused(MemberRefusals.NotOfForce);
        Story.Of(TaskForceDecider.Kind).When(Head, Monday, Team).ThenRefused(MemberRefusals.NotTaskForce);
        var over = new TaskForceDissolved("Operasi selesai.");
        formed.When(Coordinator, Tuesday, over).Then(over).When(Head, Tuesday, added).ThenRefused(MemberRefusals.ForceUnknown);
    }

    [Fact]
    public void A_suspension_and_the_end_of_it_begin_when_they_were_said_to()
    {
        var week = new AgencySuspended("LSM", "Pemeriksaan.", Tuesday, Tuesday.AddDays(7));
        var said = Story.Of(AgencyDecider.Kind).When(Coordinator, Monday, week).Then(week);
        bool[] suspended = [.. new[] { Monday, Tuesday, Tuesday.AddDays(7) }.Select(said.State.IsSuspendedAt)];
        suspended.ShouldBe([false, true, false]);
        var early = new AgencyReadmitted("LSM", "Selesai lebih awal.", Tuesday.AddDays(2));
        said.When(Coordinator, Monday, early).ThenEachTime(early).State.IsSuspendedAt(Tuesday.AddDays(3)).ShouldBeFalse();
        said.When(Coordinator, Monday, early with { From = null }).ThenRefused(MemberRefusals.NotSuspended);
        Story.Of(AgencyDecider.Kind).When(Coordinator, Monday, week with { Until = Monday }).ThenRefused(MemberRefusals.BadPeriod);
    }

    [Fact]
    public void A_unit_begins_closes_and_is_over_when_it_was_said_to()
    {
        var season = Nongsa with { From = Tuesday, Until = Tuesday.AddDays(30) };
        var unit = Story.Of(UnitDecider.Kind).When(Head, Monday, season).Then(season);
        bool[] works = [.. new[] { Monday, Tuesday, Tuesday.AddDays(30) }.Select(unit.State.WorksAt)];
        works.ShouldBe([false, true, false]);
        var closing = new UnitClosed("Digabung.", Tuesday.AddDays(3));
        var closed = unit.When(Head, Monday, closing).Then(closing);
        (closed.State.WorksAt(Tuesday), closed.State.WorksAt(Tuesday.AddDays(3))).ShouldBe((true, false));
        closed.When(Head, Tuesday, new DeskStaffed("SPKT", ["polri.melati"], [])).ThenEachTime(new DeskStaffed("SPKT", ["polri.melati"], []));
        Story.Of(UnitDecider.Kind).When(Head, Monday, season with { Until = Monday }).ThenRefused(MemberRefusals.BadPeriod);
    }

    [Fact]
    public void The_desk_of_a_unit_of_the_reference_data_is_staffed_by_its_head_and_says_whose_it_is()
    {
        var staffed = new DeskStaffed("PPA-PPO", ["polri.melati"], ["polri.kenanga"]);
        var seat = Units.Find("POLRI", "POLRESTA-BARELANG");
        var said = staffed with { Agency = "POLRI", Unit = "POLRESTA-BARELANG" };
        var state = Story.Of(UnitDecider.Kind).When(Head, Monday, new StaffDesk(staffed with { Unit = "POLDA-KEPRI" }, seat)).Then(said).State;
        (state.Seat(), state.DesksOf("polri.kenanga", Monday).Single()).ShouldBe((("POLRI", "POLRESTA-BARELANG"), "PPA-PPO"));
        state.DesksOf("polri.anggrek", Monday).ShouldBeEmpty();
        Story.Of(UnitDecider.Kind).When(Barelang, Monday, new StaffDesk(staffed, seat)).ThenRefused(MemberRefusals.NotHead);
        Story.Of(UnitDecider.Kind).When(Head, Monday, staffed).ThenRefused(MemberRefusals.Unknown);
    }

    [Fact]
    public void Officers_are_in_a_joint_team_from_when_to_when_it_was_said()
    {
        var sent = new TaskForceOfficerAdded("polri.melati", "POLRI", Tuesday, Tuesday.AddDays(7));
        var force = Story.Of(TaskForceDecider.Kind).Given(Coordinator, Monday, Team).When(Head, Monday, sent).Then(sent);
        bool[] within = [.. new[] { Monday, Tuesday, Tuesday.AddDays(7) }.Select(at => force.State.Has("polri.melati", "POLRI", at))];
        within.ShouldBe([false, true, false]);
        var back = new TaskForceOfficerRemoved("polri.melati", "Pindah tugas.", Tuesday.AddDays(3));
        var called = force.When(Head, Monday, back).Then(back);
        (called.State.Has("polri.melati", "POLRI", Tuesday), called.State.Has("polri.melati", "POLRI", Tuesday.AddDays(3))).ShouldBe((true, false));
        var over = new TaskForceDissolved("Operasi selesai.", Tuesday.AddDays(1));
        var dissolved = force.When(Coordinator, Monday, over).Then(over);
        (dissolved.State.IsActive(Tuesday), dissolved.State.IsActive(Tuesday.AddDays(1))).ShouldBe((true, false));
        dissolved.When(Head, Monday, sent with { From = Tuesday.AddDays(2) }).ThenRefused(MemberRefusals.ForceUnknown);
    }

    [Fact]
    public void An_officer_leaves_a_joint_team_by_who_sent_them()
    {
        var formed = Story.Of(TaskForceDecider.Kind).Given(Coordinator, Monday, Team, new TaskForceOfficerAdded("polri.melati", "POLRI"));
        var removed = new TaskForceOfficerRemoved("polri.melati", "Pindah tugas.");
        formed.When(Batam with { Role = OfficerRole.UnitHead }, Tuesday, removed).ThenRefused(MemberRefusals.ForceUnknown);
        formed.When(Head, Tuesday, removed).Then(removed).State.Officers.ShouldBeEmpty();
    }
}
