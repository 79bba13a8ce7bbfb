namespace Coordination.Domain.Reference;

/// <summary>How many days a law gives for a step, and when that law holds.</summary>
/// <param name="Verified">False where the source names the period without the article.</param>
public sealed record StatutoryPeriod(string Code, int Days, string Source, DateOnly From, DateOnly? Until = null, bool Verified = true)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);

    public TimeSpan Length => TimeSpan.FromDays(Days);
}

/// <summary>Periods of criminal procedure. A change of law is a new row with a day, not an edit: a matter keeps the period of the day it was in.</summary>
public static class StatutoryPeriods
{
    public const string ProsecutorNotice = "prosecutor_notice";
    public const string FileReview = "file_review";
    public const string FileCompletion = "file_completion";
    public const string TerminationNotice = "termination_notice";
    public const string RestitutionPayment = "restitution_payment";

    private static readonly DateOnly LastDayOfOldCode = new(2026, 1, 1);
    private static readonly DateOnly NewCode = new(2026, 1, 2);

    private static readonly StatutoryPeriod[] Known =
    [
        new(ProsecutorNotice, ServiceLevels.ProsecutorNoticeDays, "MK 130/PUU-XIII/2015", new(2017, 1, 11), LastDayOfOldCode),
        new(ProsecutorNotice, ServiceLevels.ProsecutorNoticeDays, "UU 20/2025", NewCode),
        new(FileReview, 7, "UU 8/1981 Ps 138(1)", new(1981, 12, 31), LastDayOfOldCode, Verified: false),
        new(FileReview, 7, "UU 20/2025", NewCode, Verified: false),
        new(FileCompletion, 14, "UU 8/1981 Ps 138(2)", new(1981, 12, 31), LastDayOfOldCode),
        new(FileCompletion, 14, "UU 20/2025", NewCode, Verified: false),
        new(TerminationNotice, 1, "UU 20/2025 Ps 24", NewCode),
        new(RestitutionPayment, 14, "UU 21/2007 Ps 48-50", new(2007, 4, 19)),
    ];

    public static IReadOnlyList<StatutoryPeriod> All => Known;

    /// <summary>The period in force on that day; null when no law sets one.</summary>
    public static StatutoryPeriod? Find(string code, DateOnly day) => Known.FirstOrDefault(period => period.Code == code && period.InForceOn(day));
}
