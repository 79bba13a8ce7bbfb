namespace Coordination.Domain.Kernel;

/// <summary>
/// What stands around every event: who, when, where, by what right and for whose eyes. Kept in the store's metadata columns, never in
/// bodies.
/// </summary>
/// <param name="By">The officer with the rights of that moment.</param>
/// <param name="OccurredAt">When it happened (the story's clock).</param>
/// <param name="RecordedAt">When the product learned of it (the store's clock).</param>
/// <param name="Place">Kemendagri code or TPI code, such as <c>21.71</c> or <c>TPI-SEKUPANG</c>.</param>
/// <param name="LegalBasis">Codes of <c>Reference</c>, in force on the day it happened.</param>
/// <param name="SourceRef">The sender's own reference of the thing.</param>
public sealed record Envelope(
    Officer By,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string? Place,
    IReadOnlyList<string> LegalBasis,
    Marking Marking,
    string? SourceRef)
{
    private static readonly TimeSpan WesternIndonesia = TimeSpan.FromHours(7);

    /// <summary>The day it happened, in WIB: what validity and legal bases are counted in, whatever offset the sender used.</summary>
    public DateOnly Day => DayOf(OccurredAt);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(WesternIndonesia).DateTime);

    /// <summary>The moment at which a day of <see cref="Day"/> begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => EndOf(day.AddDays(-1));

    /// <summary>The moment at which a day of <see cref="Day"/> is over.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), WesternIndonesia);
}
