using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Outreach;
using Coordination.Domain.Tips;

namespace Coordination.Projections;

/// <summary>Outreach, questions to villages, and what the public tells: never who told it.</summary>
internal static class OutreachSentences
{
    public static Wording Of(TipEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            TipReceived e => Received(e, who),
            TipTriaged e => new(
                $"{who} memilah laporan masyarakat: {Terms.Of(e.Category).Id}, prioritas {Terms.Of(e.Priority).Id}.",
                $"{who} triaged the tip: {Terms.Of(e.Category).En}, priority {Terms.Of(e.Priority).En}."),
            TipAssigned e => new(
                $"{who} menugaskan laporan masyarakat kepada {Names.Unit(e.ToUnit)}.", $"{who} assigned the tip to {Names.Unit(e.ToUnit)}."),
            TipVerified e => new(
                $"{who} menyatakan laporan masyarakat terverifikasi ({Terms.List(e.Basis).Id}).", $"{who} verified the tip ({Terms.List(e.Basis).En})."),
            TipUnsubstantiated e => new(
                $"{who} tidak menemukan bukti atas laporan masyarakat ({Terms.List(e.Basis).Id}).",
                $"{who} found nothing to bear the tip out ({Terms.List(e.Basis).En})."),
            TipConverted e => new($"{who} menindaklanjuti laporan masyarakat menjadi {Terms.Of(e.Into).Id}.", $"{who} turned the tip into {Terms.Of(e.Into).En}."),
            ReporterInformed e => new($"{who} memberi tahu pelapor: {Terms.Of(e.Feedback).Id}.", $"{who} told the reporter: {Terms.Of(e.Feedback).En}."),
            _ => new("", ""),
        };
    }

    public static Wording Of(OutreachSessionEvent happened, Envelope envelope) => happened switch
    {
        OutreachSessionHeld e => Held(e, Names.Unit(envelope.By.Unit)),
        _ => new("", ""),
    };

    public static Wording Of(FosteredVillageEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            VillageDesignated e => new(
                $"{who} menetapkan desa binaan {e.Village}, kerawanan {Terms.Of(e.Risk).Id}.",
                $"{who} designated the village {e.Village} as fostered, risk {Terms.Of(e.Risk).En}."),
            OfficerAssignedToVillage e => new(
                $"{who} menugaskan {Terms.Of(e.Role).Id} dengan {Names.Document("SK", e.DecreeNumber)}.",
                $"{who} named the {Terms.Of(e.Role).En} by decree {e.DecreeNumber}."),
            _ => new("", ""),
        };
    }

    public static Wording Of(CommunityPartnerEvent happened, Envelope envelope) => happened switch
    {
        CommunityPartnerRegistered e => new(
            $"{Names.Unit(envelope.By.Unit)} mendaftarkan mitra masyarakat ({Terms.Of(e.Kind).Id}) di {e.Area}.",
            $"{Names.Unit(envelope.By.Unit)} registered a community partner ({Terms.Of(e.Kind).En}) in {e.Area}."),
        _ => new("", ""),
    };

    public static Wording Of(VillageVerificationEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            VillageVerificationRequested e => new(
                $"{who} meminta {Names.Unit(e.ToUnit)} memverifikasi 1 warga ({e.Person.Code}): {Terms.List(e.Questions).Id}.",
                $"{who} asked {Names.Unit(e.ToUnit)} to verify 1 villager ({e.Person.Code}): {Terms.List(e.Questions).En}."),
            VillageVerificationAnswered e => Answered(e, who),
            _ => new("", ""),
        };
    }

    private static Wording Received(TipReceived e, string who)
    {
        var (id, en) = e.Anonymous ? (" tanpa nama pelapor", " from an anonymous reporter") : ("", "");
        return new(
            $"{who} menerima laporan masyarakat{id} lewat {Terms.Of(e.Channel).Id}, {Terms.Of(e.Urgency).Id}.",
            $"{who} received a tip{en} by {Terms.Of(e.Channel).En}, {Terms.Of(e.Urgency).En}.");
    }

    private static Wording Held(OutreachSessionHeld e, string who)
    {
        var people = (e.Women + e.Men).ToString(CultureInfo.InvariantCulture);
        return new(
            $"{who} mengadakan sosialisasi {Terms.Of(e.Programme).Id} di {e.Village} lewat {Terms.Of(e.Channel).Id}, {people} orang.",
            $"{who} held an outreach session, {Terms.Of(e.Programme).En}, in {e.Village} by {Terms.Of(e.Channel).En}, {people} people.");
    }

    private static Wording Answered(VillageVerificationAnswered e, string who)
    {
        var answers = new (VillageQuestion Question, bool? Said)[]
        {
            (VillageQuestion.IsResident, e.IsResident), (VillageQuestion.FamilyPermits, e.FamilyPermits), (VillageQuestion.BrokerInvolved, e.BrokerInvolved),
        }.Where(one => one.Said is not null).ToList();
        return answers.Count == 0
            ? new($"{who} menjawab verifikasi warga: belum dapat memastikan.", $"{who} answered about the villager: nothing certain.")
            : new(
                $"{who} menjawab verifikasi warga: {string.Join(", ", answers.Select(one => $"{Terms.Of(one.Question).Id} {(one.Said is true ? "ya" : "tidak")}"))}.",
                $"{who} answered about the villager: {string.Join(", ", answers.Select(one => $"{Terms.Of(one.Question).En} {(one.Said is true ? "yes" : "no")}"))}.");
    }
}
