using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

internal static class HandoffSentences
{
    public static Wording Of(HandoffEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            HandoffProposed e => new(
                $"{who} mengajukan {Terms.Of(e.Kind).Id} kepada {Names.Unit(e.To.Unit)}: 1 {Terms.Of(e.Role).Id} ({e.Subject.Code}).",
                $"{who} proposed a {Terms.Of(e.Kind).En} to {Names.Unit(e.To.Unit)}: 1 {Terms.Of(e.Role).En} ({e.Subject.Code})."),
            HandoffDispatched e => new(
                $"{who} mengirim berkas serah terima dengan {e.Manifest.Count} barang bukti, surat {e.LetterNumber}.",
                $"{who} dispatched the handoff with {e.Manifest.Count} items of evidence, letter {e.LetterNumber}."),
            TravellerHandedToProtection e => new(
                $"{who} menyerahkan 1 orang{(e.IsChild ? " (anak)" : "")} ({e.Subject.Code}) kepada {Names.Unit(e.To.Unit)}, {Names.Document("BAST", e.RecordNumber)}.",
                $"{who} handed 1 {(e.IsChild ? "child" : "person")} ({e.Subject.Code}) to {Names.Unit(e.To.Unit)}, {Names.Document("BAST", e.RecordNumber)}."),
            FacilitatorHandedToPolice e => new(
                $"{who} menyerahkan 1 terduga perekrut ({e.Subject.Code}) dan {e.Manifest.Count} barang bukti kepada {Names.Unit(e.To.Unit)}, {Names.Document("BAST", e.RecordNumber)}.",
                $"{who} handed 1 suspected recruiter ({e.Subject.Code}) and {e.Manifest.Count} items of evidence to {Names.Unit(e.To.Unit)}, {Names.Document("BAST", e.RecordNumber)}."),
            HandoffReceived => new($"{who} menyatakan berkas serah terima sudah diterima.", $"{who} confirmed receipt of the handoff."),
            HandoffAccepted e => new(
                $"{who} menerima serah terima{(e.RegisterNumber is { } id ? $"; {id}" : "")}.",
                $"{who} accepted the handoff{(e.RegisterNumber is { } en ? $"; {en}" : "")}."),
            HandoffReturned e => new(
                $"{who} mengembalikan serah terima: {Missing(e)} belum ada.", $"{who} returned the handoff: {Missing(e)} missing."),
            HandoffSupplemented e => new($"{who} melengkapi serah terima: {Items(e)}.", $"{who} supplemented the handoff: {Items(e)}."),
            HandoffDeclined e => new(
                $"{who} menyatakan bukan kewenangannya{(e.CompetentAgency is { } a ? $"; menunjuk {Names.Agency(a)}" : "")}.",
                $"{who} declined as not competent{(e.CompetentAgency is { } b ? $"; names {Names.Agency(b)}" : "")}."),
            HandoffWithdrawn => new($"{who} menarik kembali serah terima.", $"{who} withdrew the handoff."),
            HandoffFollowedUp e => e.Conflict is null
                ? new($"{who} melimpahkan lagi serah terima yang ditolak ke meja lain.", $"{who} sent the declined handoff to another desk.")
                : new($"{who} membawa serah terima yang ditolak ke rapat koordinasi.", $"{who} brought the declined handoff before the coordination meeting."),
            _ => new("", ""),
        };
    }

    private static string Missing(HandoffReturned e) => string.Join(", ", e.Missing.Select(item => item.Description));

    private static string Items(HandoffSupplemented e) => string.Join(", ", e.Items.Select(item => item.Description));
}
