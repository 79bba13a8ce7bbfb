using Coordination.Domain.Alerts;
using Coordination.Domain.Alerts.Clocks;
using Coordination.Domain.Alerts.Rules;
using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Networks;

/// <summary>Questions to other agencies that wait too long.</summary>
public static class InquiryClocks
{
    public static StreamClock OfMoney { get; } = new StreamClock<FinancialInquiry>(FinancialInquiryDecider.Kind, 1, Running);

    public static StreamClock OfAd { get; } = new StreamClock<JobAd>(JobAdDecider.Kind, 1, Running);

    private static IEnumerable<Deadline> Running(FinancialInquiry inquiry) =>
        inquiry is { Request: { } request, RequestedBy: { } by, AnswerNumber: null }
            ? [
                Of(AlertCodes.FinancialInquiry, by, Agencies.FinancialIntelligence, inquiry.RequestedAt, ServiceLevels.FinancialInquiry, request.LetterNumber)
                    with { Subjects = [.. request.Persons()], Case = request.Case },
            ]
            : [];

    private static IEnumerable<Deadline> Running(JobAd ad) => ad is { Report: { } report, ReportedBy: { } by, IsTakenDown: false }
        ? [Of(AlertCodes.JobAd, by, Agencies.DigitalAffairs, ad.ReportedAt, ServiceLevels.JobAdTakedown, report.Platform) with { Case = report.Case }]
        : [];

    private static Deadline Of(string code, Officer asker, string answerer, DateTimeOffset since, TimeSpan allowed, string number) => new(
        code, "answer", Severity.Medium, since, since + allowed, [Audiences.Unit(asker.Agency, asker.Unit), Audiences.Agency(answerer)],
        DeadlineFacts.Of(("agency", answerer), ("number", number), ("due", DeadlineFacts.Say(since + allowed))));
}
