using Coordination.Domain.Handoffs;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Handoffs;

/// <summary>Gagak, a suspected facilitator, goes from Kanim Batam to the police of Barelang.</summary>
internal static class HandoffStory
{
    public static readonly EvidenceItem Bap = new("B-01", "Berita acara pemeriksaan", EvidenceKind.Document, "Inteldakim Batam");
    public static readonly EvidenceItem Phone = new("B-02", "Telepon", EvidenceKind.Device, "Inteldakim Batam", "SGL-0042", Pending: true);
    public static readonly EvidenceItem PhoneImage =
        new("B-03", "Salinan telepon", EvidenceKind.DeviceImage, "Inteldakim Batam", Sha256: Sha256);

    public static readonly HandoffProposed Proposed =
        new(HandoffKind.Investigation, Gagak, SubjectRole.Suspect, PoliceDesk, "Menampung dan mengantar.");

    public static readonly HandoffDispatched Dispatched = new("W.32/015", [Bap]);

    public static readonly FacilitatorHandedToPolice Handed =
        new(Gagak, PoliceDesk, "BAST/014", "Menunggu di luar pelabuhan.", "UU 21/2007 Ps 4", [Bap, Phone]);

    public static readonly TravellerHandedToProtection Sheltered = new(Teratai, ShelterDesk, "BAST/011", "Indikasi korban.");

    public static readonly HandoffReturned Returned = new([new("Salinan forensik telepon", "B-02")], "Isi telepon belum diekstraksi.");

    public static readonly HandoffSupplemented Supplemented = new([PhoneImage]);

    public static Story<Handoff, HandoffEvent, HandoffCommand> Nothing => Story.Of(HandoffDecider.Kind);

    public static Story<Handoff, HandoffEvent, HandoffCommand> WithPolice => Nothing.Given(Batam, Monday, Proposed, Dispatched);

    public static Story<Handoff, HandoffEvent, HandoffCommand> ReturnedToBatam =>
        Nothing.Given(Batam, Monday, Handed).Given(Barelang, Tuesday, Returned);
}
