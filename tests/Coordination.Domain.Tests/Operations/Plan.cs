using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Operations;

/// <summary>One joint operation of Imigrasi, Polri and BP3MI in Sekupang on Wednesday night, at each stage of its life.</summary>
internal static class Plan
{
    public static readonly DateTimeOffset Wednesday = Monday.AddDays(2);
    public static readonly DateTimeOffset Night = Wednesday.AddHours(12);
    public static readonly DateTimeOffset Dawn = Night.AddHours(6);

    public static readonly Officer BatamHead = Batam with { Id = "imigrasi.batam.kepala", Role = OfficerRole.UnitHead };

    public static readonly OperationTarget Sekupang = new(["21.71.06"], Night, Dawn);

    public static readonly JointOperationProposed Proposed = new(
        "Operasi Sekupang", "Melindungi penghuni.", Sekupang, ["IMIGRASI", "POLRI", "BP3MI"], "Pemeriksaan serentak.", new("IMIGRASI", "KANIM-BATAM"));

    public static readonly JointOperationApproved Approved = new(Target: Sekupang, Lead: new("IMIGRASI", "KANIM-BATAM"));

    public static readonly OperationBriefed Briefed = new(true, "Tim satu dan dua.");

    public static readonly PersonEncountered MetGagak = new(
        Gagak, "CN", PersonSex.Male, AgeBand.From25To39, Document: DocumentShown.Passport, Permit: StayPermit.Visit, Findings: [FieldFinding.PermitMisuse]);

    public static readonly VictimIdentifiedInField FoundTeratai = new(Teratai, [VictimSign.DocumentsHeldByOthers], IsChild: true);

    public static readonly EvidenceSeized Seized = new("B-01", SeizedKind.TravelDocument, "Delapan paspor", 8, "Gudang", "SGL-1");

    public static readonly LocationInspected Inspected = new("L-01", "21.71.06.1001", "Rumah kos.", [FieldFinding.AddressMismatch]);

    public static readonly OperationConcluded ConcludedAll = new([Gagak, Teratai], "Dua orang.");

    public static readonly JointOperationReportDrafted Draft = new(
        1, "LAP/1", "Penampungan.", "Kosong.", "Selesai.", [new(1, "Periksa penjamin.", new("IMIGRASI", "KANIM-BATAM"), MondaysDate.AddDays(14))]);

    public static Story<JointOperation, OperationEvent, OperationCommand> Nothing => Story.Of(OperationDecider.Kind);

    public static Story<JointOperation, OperationEvent, OperationCommand> Waiting => Nothing.Given(Batam, Monday, Proposed);

    public static Story<JointOperation, OperationEvent, OperationCommand> Allowed => Waiting.Given(Coordinator, Tuesday, Approved);

    public static Story<JointOperation, OperationEvent, OperationCommand> Ready => Allowed
        .Given(Batam, Tuesday, Order("SPRIN/1")).Given(Barelang, Tuesday, Order("SPRIN/2")).Given(Kepri, Tuesday, Order("SPRIN/3"))
        .Given(Batam, Wednesday, Briefed);

    public static Story<JointOperation, OperationEvent, OperationCommand> Running => Ready.Given(Batam, Night, new OperationStarted());

    public static Story<JointOperation, OperationEvent, OperationCommand> Over => Running
        .Given(Batam, Night.AddHours(1), MetGagak).Given(Barelang, Night.AddHours(2), FoundTeratai).Given(Batam, Dawn, ConcludedAll);

    public static Story<JointOperation, OperationEvent, OperationCommand> Settled => Over
        .Given(Batam, Dawn.AddHours(1), Outcome(Gagak, OperationOutcome.AdministrativeAction))
        .Given(Batam, Dawn.AddHours(1), Outcome(Teratai, OperationOutcome.Protection));

    public static Story<JointOperation, OperationEvent, OperationCommand> Drafted => Settled.Given(Batam, Dawn.AddDays(1), Draft);

    public static AssignmentOrderIssued Order(string number, DateOnly? on = null) =>
        new(number, on ?? MondaysDate.AddDays(1), [new("petugas.satu", "Petugas", OperationRole.Enforcement)]);

    public static OperationOutcomeAssigned Outcome(PersonRef person, OperationOutcome outcome) =>
        new(person, outcome, "Hasil pemeriksaan.", outcome == OperationOutcome.Release ? null : new("IMIGRASI", "KANIM-BATAM"));
}
