using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Reference;

public sealed class AdmissionTests
{
    [Theory]
    [InlineData("RegisterPoliceReport")]
    [InlineData("AdmitToShelter")]
    [InlineData("RaiseAlert")]
    [InlineData("OverthrowGovernment")]
    public void Immigration_detects_trafficking_but_has_no_power_to(string command) =>
        Admission.Of(command, By(Batam, Monday)).Refusal.ShouldBe(AuthorityRefusals.NotAllowed);

    [Fact]
    public void The_police_defer_no_departure() =>
        Admission.Of("DeferDeparture", By(Barelang, Monday)).Refusal.ShouldBe(AuthorityRefusals.NotAllowed);

    [Theory]
    [InlineData("RefusePassportApplication")]
    [InlineData("OverturnDepartureDeferral")]
    [InlineData("ConveneTimporaMeeting")]
    [InlineData("IssueMeetingMinutes")]
    public void What_is_for_the_head_of_the_office_an_officer_does_not_and_its_system_passes_on(string command)
    {
        Admission.Of(command, By(Batam, Monday)).Refusal.ShouldBe(AuthorityRefusals.HeadOnly);
        Admission.Of(command, By(Batam with { Role = OfficerRole.UnitHead }, Monday)).Refusal.ShouldBeNull();
        Admission.Of(command, By(Batam with { Role = OfficerRole.SystemClient }, Monday)).Refusal.ShouldBeNull();
        Admission.Of(command, By(Barelang with { Role = OfficerRole.UnitHead }, Monday)).Refusal.ShouldBe(AuthorityRefusals.NotAllowed);
    }

    [Fact]
    public void Nobody_but_the_product_writes_what_the_product_writes() =>
        AuthorityMatrix.AgenciesFor("RaiseAlert", MondaysDate).ShouldBe(["SISTEM"]);

    [Fact]
    public void Who_names_no_legal_basis_acts_on_the_first_one_in_force()
    {
        var admission = Admission.Of("DeferDeparture", By(Batam, Monday));
        admission.Refusal.ShouldBeNull();
        admission.Envelope.LegalBasis.ShouldBe(["UU-6-2011:16"]);
    }

    [Fact]
    public void The_default_basis_follows_the_day_it_happened()
    {
        Admission.Of("RegisterPoliceReport", By(Barelang, Monday)).Envelope.LegalBasis.ShouldBe(["UU-20-2025"]);
        Admission.Of("RegisterPoliceReport", By(Barelang, Monday.AddMonths(-2))).Envelope.LegalBasis.ShouldBe(["UU-8-1981"]);
    }

    [Fact]
    public void Who_says_no_place_acts_where_the_unit_sits() =>
        Admission.Of("DeferDeparture", By(Sekupang, Monday)).Envelope.Place.ShouldBe("TPI-SEKUPANG");

    [Theory]
    [InlineData("UU 6/2011 Ps 16", null)]
    [InlineData("UU 99/2011", "authority.unknown_legal_basis")]
    [InlineData("UU 8/1981", "authority.legal_basis_not_in_force")]
    [InlineData("PERPRES-69-2008", "authority.legal_basis_does_not_carry")]
    public void A_basis_that_is_named_must_carry_the_act(string basis, string? code) =>
        (Admission.Of("DeferDeparture", By(Batam, Monday) with { LegalBasis = [basis] }).Refusal?.Code).ShouldBe(code);

    [Fact]
    public void Further_bases_may_be_cited_beside_the_one_that_carries() =>
        Admission.Of("DeferDeparture", By(Batam, Monday) with { LegalBasis = ["PERPRES-69-2008", "UU-6-2011"] }).Refusal.ShouldBeNull();

    [Fact]
    public void An_officer_of_a_unit_that_does_not_exist_does_nothing()
    {
        Admission.Of("DeferDeparture", By(Batam with { Unit = "KANIM-BULAN" }, Monday)).Refusal!.Code.ShouldBe("reference.unknown_unit");
        Admission.Of("DeferDeparture", By(Batam with { Agency = "KPU" }, Monday)).Refusal!.Code.ShouldBe("reference.unknown_agency");
    }

    [Fact]
    public void In_the_task_force_its_coordinator_is_the_chair()
    {
        Admission.Of("ConveneTimporaMeeting", By(Coordinator, Monday)).Refusal.ShouldBeNull();
        Admission.Of("ConveneTimporaMeeting", By(Coordinator with { Role = OfficerRole.Officer }, Monday)).Refusal.ShouldBe(AuthorityRefusals.HeadOnly);
    }

    [Fact]
    public void Nothing_happens_in_the_future_but_for_clocks_that_differ()
    {
        var now = By(Batam, Monday);
        Admission.Of("DeferDeparture", now with { OccurredAt = Monday.AddMinutes(5) }).Refusal.ShouldBeNull();
        Admission.Of("DeferDeparture", now with { OccurredAt = Monday.AddMinutes(6) }).Refusal.ShouldBe(AuthorityRefusals.InFuture);
    }

    [Fact]
    public void Nobody_marks_above_the_own_clearance() =>
        Admission.Of("OpenCase", By(Malaka, Monday, Marking.Of(Level.R))).Refusal.ShouldBe(AuthorityRefusals.AboveClearance);

    [Fact]
    public void A_place_must_exist() =>
        Admission.Of("DeferDeparture", By(Batam, Monday) with { Place = "TPI-BULAN" }).Refusal!.Code.ShouldBe("reference.unknown_place");

    [Theory]
    [InlineData("agency:IMIGRASI", true)]
    [InlineData("unit:IMIGRASI/KANIM-BATAM", true)]
    [InlineData("officer:imigrasi.batam", true)]
    [InlineData("officer:polri.barelang", false)]
    [InlineData("agency:POLRI", false)]
    [InlineData("members", false)]
    [InlineData("*", false)]
    public void Top_secret_begins_within_the_own_agency(string group, bool allowed) =>
        Admission.Of("FileIntelligence", By(Batam with { Clearance = Level.SR }, Monday, Marking.Of(Level.SR, group))).Refusal
            .ShouldBe(allowed ? null : AuthorityRefusals.ReleaseNeedsTwo);

    [Fact]
    public void A_handling_code_must_exist() =>
        Admission.Of("FileIntelligence", By(Batam, Monday, Marking.Default with { Caveats = ["H1", "H9"] }))
            .Refusal!.Details.ShouldBe(["caveats[1]"]);

    [Theory]
    [InlineData("*", true)]
    [InlineData("members", true)]
    [InlineData("agency:POLRI", true)]
    [InlineData("unit:POLRI/POLRESTA-BARELANG", true)]
    [InlineData("officer:polri.barelang", true)]
    [InlineData("agency:KPU", false)]
    [InlineData("unit:POLRI", false)]
    [InlineData("unit:POLRI/KANIM-BATAM", false)]
    [InlineData("officer:", false)]
    [InlineData("POLRI", false)]
    [InlineData("", false)]
    public void An_audience_names_groups_that_exist(string group, bool exists) =>
        (Admission.Of("DeferDeparture", By(Batam, Monday, Marking.Of(Level.T, group))).Refusal is null).ShouldBe(exists);
}
