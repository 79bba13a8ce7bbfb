using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;

namespace Coordination.Projections;

/// <summary>Placement companies, questions about money and illegal offers of work.</summary>
internal static class PlacementSentences
{
    public static Wording Of(P3MIEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            P3MIRegistered e => new(
                $"{who} mendaftarkan P3MI {e.CompanyName} (SIP3MI {e.LicenceNumber}, {Terms.Of(e.Status).Id}).",
                $"{who} registered the placement company {e.CompanyName} (licence {e.LicenceNumber}, {Terms.Of(e.Status).En})."),
            LicenceStatusChanged e => new(
                $"Izin P3MI {Terms.Of(e.Status).Id} sejak {Dates.Id(e.Since)}.", $"The company's licence is {Terms.Of(e.Status).En} since {Dates.En(e.Since)}."),
            P3MIInspected e => new($"{who} memeriksa P3MI ({e.InspectionNumber}).", $"{who} inspected the placement company ({e.InspectionNumber})."),
            FindingRaised e => new($"{who} mencatat temuan {e.FindingNumber}: {e.FindingCode}.", $"{who} raised finding {e.FindingNumber}: {e.FindingCode}."),
            CorrectiveActionDue e => new(
                $"{who} menagih perbaikan temuan {e.FindingNumber} sampai {Dates.Id(e.DueOn)}.",
                $"{who} demands that finding {e.FindingNumber} be put right by {Dates.En(e.DueOn)}."),
            CorrectiveActionCompleted e => new(
                $"{who} menyatakan temuan {e.FindingNumber} telah diperbaiki.", $"{who} says that finding {e.FindingNumber} was put right."),
            P3MISanctioned e => new(
                $"{who} menjatuhkan sanksi {Terms.Of(e.Kind).Id} ({e.DecreeNumber}){(e.Until is null ? "" : $" sampai {Dates.Id(e.Until)}")}.",
                $"{who} imposed a {Terms.Of(e.Kind).En} ({e.DecreeNumber}){(e.Until is null ? "" : $" until {Dates.En(e.Until)}")}."),
            SanctionLifted e => new($"{who} mencabut sanksi {e.DecreeNumber}.", $"{who} lifted sanction {e.DecreeNumber}."),
            SanctionExtended e => new(
                $"{who} memperpanjang sanksi {e.DecreeNumber} sampai {Dates.Id(e.Until)}.", $"{who} extended sanction {e.DecreeNumber} to {Dates.En(e.Until)}."),
            _ => new("", ""),
        };
    }

    public static Wording Of(FinancialInquiryEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            FinancialInquiryRequested e => new(
                $"{who} meminta PPATK menelusuri {e.Accounts.Count} rekening ({e.LetterNumber}).",
                $"{who} asked the financial intelligence unit to follow {e.Accounts.Count} accounts ({e.LetterNumber})."),
            FinancialInquiryAnswered e => new(
                $"{who} menjawab penelusuran aliran dana ({e.AnswerNumber}).", $"{who} answered the financial inquiry ({e.AnswerNumber})."),
            _ => new("", ""),
        };
    }

    public static Wording Of(JobAdEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            IllegalJobAdReported e => new(
                $"{who} melaporkan iklan lowongan ilegal di {e.Platform}{(e.Destination is { } to ? $", tujuan {Names.Country(to).Id}" : "")}.",
                $"{who} reported an illegal job advertisement on {e.Platform}{(e.Destination is { } country ? $", for {Names.Country(country).En}" : "")}."),
            IllegalJobAdTakenDown e => new(
                $"{who} menurunkan iklan lowongan ilegal ({e.ReferenceNumber}).", $"{who} had the illegal job advertisement taken down ({e.ReferenceNumber})."),
            _ => new("", ""),
        };
    }
}
