using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

/// <summary>Questions about money and illegal offers of work.</summary>
internal static class InquiryCatalogue
{
    private static readonly CatalogueOf<FinancialInquiryEvent> Inquiries = new(FinancialInquiryDecider.Kind);
    private static readonly CatalogueOf<JobAdEvent> Ads = new(JobAdDecider.Kind);

    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        Inquiries.Entry<FinancialInquiryRequested, RequestFinancialInquiry>(
            "penelusuran aliran dana diminta", "financial inquiry requested", "POLRI/BARESKRIM",
            """
            {
              "letterNumber": "B/721/II/2026",
              "purpose": "Aliran dana perekrutan ke Kamboja.",
              "accounts": ["0012345678@bank-fiktif"]
            }
            """),
        Inquiries.Entry<FinancialInquiryAnswered, AnswerFinancialInquiry>(
            "penelusuran aliran dana dijawab", "financial inquiry answered", "PPATK/PPATK-PUSAT",
            """
            {
              "answerNumber": "LHA/14/II/2026",
              "summary": "Tiga rekening penampung."
            }
            """, "financial_inquiry_requested"),
        Ads.Entry<IllegalJobAdReported, ReportIllegalJobAd>("iklan lowongan ilegal dilaporkan", "illegal job ad reported", "KP2MI/KP2MI-PUSAT",
            """
            {
              "urlSha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
              "platform": "FACEBOOK",
              "summary": "Admin komputer di Kamboja, gaji 18 juta.",
              "phone": "+6200000011",
              "destination": "KH"
            }
            """),
        Ads.Entry<IllegalJobAdTakenDown, TakeDownJobAd>(
            "iklan lowongan ilegal diturunkan", "illegal job ad taken down", "KEMKOMDIGI/KEMKOMDIGI-PUSAT",
            """
            {
              "referenceNumber": "TKD/112/II/2026"
            }
            """, "illegal_job_ad_reported"),
    ];
}
