namespace Coordination.Domain.Reference;

/// <summary>What a person's data are kept for; the longest of them counts.</summary>
public enum RetentionClass
{
    /// <summary>Victims, suspects and witnesses of cases, handoffs, protection and prosecution.</summary>
    CasePerson,

    /// <summary>Applicants, travellers and villagers who came into no case, and subjects of intelligence and of tips.</summary>
    Signal,

    /// <summary>Targets of watch entries.</summary>
    WatchEntry,
}

/// <param name="Months">From the day of the last entry on.</param>
/// <param name="Source">Law or agreement that it rests on.</param>
public sealed record RetentionRow(RetentionClass Class, int Months, string Source, DateOnly From, DateOnly? Until = null)
{
    public bool InForceOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}

/// <summary>
/// How long identities are kept (UU 27/2022 Ps 42-44: by retention, but not while a legal process needs them). A change is a new row with a day.
/// The times are defaults of the product; agencies set theirs by their archive regulations (UU 43/2009). The access log is kept for ten years
/// and holds references only.
/// </summary>
public static class RetentionSchedule
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    public static IReadOnlyList<RetentionRow> Rows { get; } =
    [
        new(RetentionClass.CasePerson, 60, "UU-27-2022:43", Start),
        new(RetentionClass.Signal, 24, "UU-27-2022:43", Start),
        new(RetentionClass.WatchEntry, ServiceLevels.WatchEntryMonths, "PERMENIMIPAS-13-2025", Start),
    ];

    /// <summary>Class of what a stream of this type says of a person.</summary>
    public static RetentionClass ClassOf(string streamType) => streamType switch
    {
        "passport_application" or "departure_screening" or "intelligence_report" or "tip" or "village_verification" or "tpi_advisory" =>
            RetentionClass.Signal,
        "watch_entry" => RetentionClass.WatchEntry,
        _ => RetentionClass.CasePerson,
    };

    /// <summary>Last day on which what was entered on a day may be kept.</summary>
    /// <exception cref="InvalidOperationException">The schedule has no row for that day: a gap in the reference data.</exception>
    public static DateOnly KeepUntil(RetentionClass kept, DateOnly entered) =>
        entered.AddMonths((Rows.FirstOrDefault(row => row.Class == kept && row.InForceOn(entered < Start ? Start : entered))
            ?? throw new InvalidOperationException($"No retention for {kept} on {entered:O}.")).Months);
}
