using Coordination.Domain.Kernel;
using Coordination.Domain.Privacy;

namespace Coordination.Projections;

/// <summary>Questions between agencies and the protection of data. No sentence says whom it is about.</summary>
internal static class PrivacySentences
{
    public static Wording Of(object happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            DeconflictionEvent or ContactNoticeEvent => OfQuestion(happened, who),
            SubjectRequestEvent e => OfRequest(e, who),
            RetentionEvent e => OfRetention(e, who),
            LegalHoldPlaced e => new(
                $"{who} memasang penahanan data ({Terms.Of(e.Ground).Id}, {e.Reference}).", $"{who} placed a legal hold ({Terms.Of(e.Ground).En}, {e.Reference})."),
            LegalHoldLifted => new($"{who} mencabut penahanan data.", $"{who} lifted a legal hold."),
            BreachEvent e => OfBreach(e, who),
            AccessAnomalyDetected e => new(
                $"{e.Values} data berbeda dicari dari {Names.Unit(e.Unit)} dalam {e.Minutes} menit.",
                $"{e.Values} different values were searched from {Names.Unit(e.Unit)} within {e.Minutes} minutes."),
            _ => new("", ""),
        };
    }

    private static Wording OfQuestion(object happened, string who) => happened switch
    {
        DeconflictionAsked e => new(
            $"{who} menanyakan instansi lain yang mengenal seseorang ({Terms.Of(e.SoughtBy).Id}; {Terms.Of(e.Purpose).Id}).",
            $"{who} asked which agency knows somebody ({Terms.Of(e.SoughtBy).En}; {Terms.Of(e.Purpose).En})."),
        ContactNoticed e => new(
            $"Sistem memberitahukan kontak {Names.Unit(e.AskedBy.Unit)} sebagai penanya.", $"The system told of {Names.Unit(e.AskedBy.Unit)} as the one who asks."),
        ContactNoticeAcknowledged => new($"{who} menindaklanjuti kontak penanya.", $"{who} took up the contact of the one who asks."),
        _ => new("", ""),
    };

    private static Wording OfRequest(SubjectRequestEvent happened, string who) => happened switch
    {
        DataSubjectRequestReceived e => new(
            $"{who} menerima permintaan subjek data ({Terms.Of(e.Right).Id}).", $"{who} received a request of a data subject ({Terms.Of(e.Right).En})."),
        DataSubjectRequestFulfilled => new($"{who} memenuhi permintaan subjek data.", $"{who} fulfilled the request of a data subject."),
        DataSubjectRequestRefused e => new(
            $"{who} menolak permintaan subjek data ({Terms.Of(e.Limit).Id}).", $"{who} refused the request of a data subject ({Terms.Of(e.Limit).En})."),
        DataSubjectRequestHandedToErasure => new($"{who} meneruskan permintaan ke alur penghapusan.", $"{who} handed the request to the erasure workflow."),
        _ => new("", ""),
    };

    private static Wording OfRetention(RetentionEvent happened, string who) => happened switch
    {
        RetentionProposed e => new(
            $"Masa simpan {e.Subject.Code} berakhir {Dates.Id(e.DueOn)}; penghapusan diusulkan.",
            $"The retention of {e.Subject.Code} ended on {Dates.En(e.DueOn)}; erasure is proposed."),
        RetentionApproved => new($"{who} menyetujui akhir masa simpan; menunggu orang kedua.", $"{who} approved the end of retention; a second person is needed."),
        RetentionHandedToErasure => new($"{who} meneruskan akhir masa simpan ke alur penghapusan.", $"{who} handed the end of retention to the erasure workflow."),
        RetentionDeferred e => new(
            $"{who} menunda akhir masa simpan sampai {Dates.Id(e.Until)}.", $"{who} deferred the end of retention until {Dates.En(e.Until)}."),
        _ => new("", ""),
    };

    private static Wording OfBreach(BreachEvent happened, string who) => happened switch
    {
        BreachDeclared => new($"{who} menyatakan kegagalan pelindungan data pribadi.", $"{who} declared a breach of personal data."),
        BreachAssessed e => new(
            $"{who} menilai kegagalan pelindungan data: risiko {Terms.Of(e.Risk).Id}.", $"{who} assessed the breach: risk {Terms.Of(e.Risk).En}."),
        BreachNotified e => new(
            $"{who} memberitahukan kegagalan pelindungan data kepada {Terms.List(e.Parties).Id}.", $"{who} told {Terms.List(e.Parties).En} of the breach."),
        BreachClosed => new($"{who} menutup kegagalan pelindungan data.", $"{who} closed the breach of personal data."),
        _ => new("", ""),
    };
}
