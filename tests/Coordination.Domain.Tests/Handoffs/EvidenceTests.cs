using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Handoffs;

/// <summary>A sealed phone on its way from immigration to the police and on to the prosecutor.</summary>
public sealed class EvidenceTests
{
    private static readonly Custodian Kanim = new("IMIGRASI", "KANIM-BATAM", "Inteldakim");
    private static readonly Custodian Polresta = new("POLRI", "POLRESTA-BARELANG");
    private static readonly Custodian Prosecutor = new("KEJAKSAAN", "KEJARI-BATAM");
    private static readonly HandoffId H1 = new(Stream(1));

    private static readonly EvidenceItem Line = new("B-02", "Telepon", EvidenceKind.Device, "Inteldakim Batam", "SGL-0042", Sha256);
    private static readonly EvidenceRegistered Registered =
        new("B-02", "Telepon", EvidenceKind.Device, Kanim, "SGL-0042", Sha256);

    private static readonly EvidenceCustodyChanged ToPolice = new(Kanim, Polresta, "SGL-0042", Sha256);

    private static Story<Evidence, EvidenceEvent, EvidenceCommand> Nothing => Story.Of(EvidenceDecider.Kind);

    private static Story<Evidence, EvidenceEvent, EvidenceCommand> InStore => Nothing.Given(Batam, Monday, Registered);

    [Fact]
    public void The_unit_that_has_an_item_registers_it()
    {
        Nothing.When(Batam, Monday, Registered).Then(Registered);
        Nothing.When(Barelang, Monday, Registered).ThenRefused(EvidenceRefusals.NotCustodian);
    }

    [Fact]
    public void An_item_has_a_number_a_description_and_a_hash_that_can_be_compared()
    {
        Nothing.When(Batam, Monday, Registered with { Item = "" }).ThenRefused(InputRefusals.Blank, "item");
        Nothing.When(Batam, Monday, Registered with { Sha256 = "abc" }).ThenRefused(HandoffRefusals.Sha256Malformed, "sha256");
        Nothing.When(Batam, Monday, Registered with { Custodian = Kanim with { Unit = "KANIM-ATLANTIS" } }).ThenRefused(ReferenceRefusals.UnknownUnit);
    }

    [Fact]
    public void An_item_is_registered_once()
    {
        InStore.When(Batam, Tuesday, Registered with { SealNumber = "SGL-0099" }).ThenRefused(EvidenceRefusals.Exists);
        InStore.When(Belu, Tuesday, Registered).ThenRefused(EvidenceRefusals.NotCustodian);
    }

    [Fact]
    public void What_is_registered_otherwise_than_the_manifest_says_stands_as_such() =>
        Nothing.When(Batam, Monday, new RegisterEvidence(Registered with { SealNumber = "SGL-0043" }) { Manifest = Line })
            .Then(Registered with { SealNumber = "SGL-0043", Mismatch = [EvidenceMismatch.SealDiffers] });

    [Fact]
    public void The_one_who_gives_and_the_one_who_takes_may_record_it()
    {
        InStore.When(Barelang, Tuesday, ToPolice).Then(ToPolice).State.Custodian.ShouldBe(Polresta);
        InStore.When(Batam, Tuesday, ToPolice).Then(ToPolice);
        InStore.When(Kepri, Tuesday, ToPolice).ThenRefused(EvidenceRefusals.NotCustodian);
    }

    [Fact]
    public void The_first_link_of_a_manifests_item_comes_from_the_manifest()
    {
        var change = new ChangeCustody(ToPolice) { Manifest = Line, Handoff = H1, Keeper = new("IMIGRASI", "KANIM-BATAM") };
        var begun = new EvidenceRegistered("B-02", "Telepon", EvidenceKind.Device, new("IMIGRASI", "KANIM-BATAM"), "SGL-0042", Sha256, H1);
        Nothing.When(By(Barelang, Tuesday), change).Then(begun, ToPolice).State.Handoff.ShouldBe(H1);
        Nothing.When(By(Barelang, Tuesday), new ChangeCustody(ToPolice with { SealNumber = "SGL-0001" }) { Manifest = Line, Handoff = H1, Keeper = Kanim })
            .Then(begun with { Custodian = Kanim }, ToPolice with { SealNumber = "SGL-0001", Mismatch = [EvidenceMismatch.SealDiffers] });
    }

    [Fact]
    public void An_item_that_nobody_knows_does_not_change_hands() =>
        Nothing.When(Barelang, Tuesday, ToPolice).ThenRefused(EvidenceRefusals.Unknown);

    [Fact]
    public void Whatever_differs_is_recorded_and_never_refused()
    {
        InStore.When(Barelang, Tuesday, ToPolice with { SealNumber = "SGL-0099" })
            .Then(ToPolice with { SealNumber = "SGL-0099", Mismatch = [EvidenceMismatch.SealDiffers] });
        InStore.When(Barelang, Tuesday, ToPolice with { SealNumber = null })
            .Then(ToPolice with { SealNumber = null, Mismatch = [EvidenceMismatch.SealMissing] });
        InStore.When(Barelang, Tuesday, ToPolice with { Sha256 = new string('B', 64) })
            .Then(ToPolice with { Sha256 = new string('b', 64), Mismatch = [EvidenceMismatch.HashDiffers] });
        InStore.When(Barelang, Tuesday, ToPolice with { From = Prosecutor })
            .Then(ToPolice with { From = Prosecutor, Mismatch = [EvidenceMismatch.CustodianDiffers] });
    }

    [Fact]
    public void A_thing_without_a_hash_cannot_differ_in_it() =>
        Nothing.Given(Batam, Monday, Registered with { Sha256 = null }).When(Barelang, Tuesday, ToPolice).Then(ToPolice)
            .State.Sha256.ShouldBe(Sha256, "the first hash that is computed is the one to compare with");

    [Fact]
    public void A_seal_put_on_by_right_is_the_one_that_counts_from_then_on()
    {
        var resealed = InStore.Given(Barelang, Tuesday, ToPolice with { NewSealNumber = "SGL-0100" });
        var on = new EvidenceCustodyChanged(Polresta, Prosecutor, "SGL-0100", Sha256);
        resealed.When(Kejari, Tuesday.AddDays(1), on).Then(on);
    }

    [Fact]
    public void A_forged_hash_differs_from_the_first_one_for_ever()
    {
        var forged = new string('b', 64);
        var story = InStore.Given(Barelang, Tuesday, ToPolice with { Sha256 = forged, Mismatch = [EvidenceMismatch.HashDiffers] });
        var on = new EvidenceCustodyChanged(Polresta, Prosecutor, "SGL-0042", forged);
        story.When(Kejari, Tuesday.AddDays(1), on).Then(on with { Mismatch = [EvidenceMismatch.HashDiffers] });
    }

    [Fact]
    public void A_change_has_two_sides_that_exist_and_a_whole_hash()
    {
        InStore.When(Batam, Tuesday, ToPolice with { To = Kanim }).ThenRefused(EvidenceRefusals.SameCustodian);
        InStore.When(Batam, Tuesday, ToPolice with { To = Polresta with { Unit = "POLRES-ATLANTIS" } }).ThenRefused(ReferenceRefusals.UnknownUnit);
        InStore.When(Batam, Tuesday, ToPolice with { Sha256 = "abc" }).ThenRefused(HandoffRefusals.Sha256Malformed, "sha256");
    }

    [Fact]
    public void A_seal_opened_by_order_is_no_breach_and_one_without_is()
    {
        var opened = new EvidenceSealBroken("Untuk ekstraksi.", "SGL-0042", "SP/07", "SGL-0051");
        InStore.When(Batam, Tuesday, opened).Then(opened).State.SealNumber.ShouldBe("SGL-0051");
        var broken = new EvidenceSealBroken("Ditemukan robek.", "SGL-0042");
        InStore.When(Batam, Tuesday, broken).Then(broken with { Mismatch = [EvidenceMismatch.SealBroken] });
        InStore.When(Batam, Tuesday, opened with { SealNumber = "SGL-0001" })
            .Then(opened with { SealNumber = "SGL-0001", Mismatch = [EvidenceMismatch.SealDiffers] });
    }

    [Fact]
    public void Only_the_keeper_tells_of_a_seal_that_is_there()
    {
        var broken = new EvidenceSealBroken("Ditemukan robek.");
        Nothing.When(Batam, Tuesday, broken).ThenRefused(EvidenceRefusals.Unknown);
        InStore.When(Barelang, Tuesday, broken).ThenRefused(EvidenceRefusals.NotCustodian);
        InStore.When(Batam, Tuesday, broken with { Reason = "" }).ThenRefused(InputRefusals.Blank, "reason");
        Nothing.Given(Batam, Monday, Registered with { SealNumber = null }).When(Batam, Tuesday, broken).ThenRefused(EvidenceRefusals.NotSealed);
    }

    [Fact]
    public void A_mismatch_alarms_at_once_every_hand_that_the_item_went_through()
    {
        EvidenceClocks.Clock.Running(InStore.State).ShouldBeEmpty();
        var alarm = EvidenceClocks.Clock
            .Running(InStore.Given(Barelang, Tuesday, ToPolice with { SealNumber = "SGL-0099", Mismatch = [EvidenceMismatch.SealDiffers] }).State)
            .ShouldHaveSingleItem();
        (alarm.Code, alarm.Step, alarm.Since, alarm.Due).ShouldBe(("A-EVIDENCE", "mismatch/1", Tuesday, Tuesday));
        alarm.Recipients.ShouldBe(["unit:IMIGRASI/KANIM-BATAM", "unit:POLRI/POLRESTA-BARELANG", "agency:SATGAS"]);
        alarm.Facts["mismatch"].ShouldBe("SealDiffers");
    }
}
