using Coordination.Domain.Kernel;

namespace Coordination.Domain.Screening;

/// <summary>Refusals that both sides of screening share, the passport counter and the checkpoint.</summary>
public static class ScreeningRefusals
{
    public static readonly Refusal OutOfRange =
        new("screening.out_of_range", "A number lies outside of what is possible.", RefusalKind.Invalid);
}

/// <summary>Checks of what a person states or shows; null when all is possible.</summary>
internal static class StatedFacts
{
    private const int OldestYear = 1900;

    /// <param name="numbers">Each with the least and the most that is possible.</param>
    public static Refusal? Problem(Envelope envelope, IReadOnlyList<StatedBirth>? births, params ReadOnlySpan<(string Field, long? Value, long Least, long Most)> numbers)
    {
        foreach (var (field, value, least, most) in numbers)
        {
            if (value < least || value > most)
                return ScreeningRefusals.OutOfRange with { Details = [field] };
        }
        return (births ?? []).All(birth => birth.Month is null or (>= 1 and <= 12) && birth.Year >= OldestYear && birth.Year <= envelope.Day.Year)
            ? null
            : ScreeningRefusals.OutOfRange with { Details = ["births"] };
    }

    public static (string Field, long? Value, long Least, long Most) Percent(string field, int? value) => (field, value, 0, 100);

    public static (string Field, long? Value, long Least, long Most) Years(string field, int? value) => (field, value, 0, 130);

    public static (string Field, long? Value, long Least, long Most) AtLeast(long least, string field, long? value) => (field, value, least, long.MaxValue);

    public static Refusal? Problem(TripMeans? means, Envelope envelope) => Problem(
        envelope, null, AtLeast(0, "means.monthlyIncome", means?.MonthlyIncome), AtLeast(0, "means.minimumWage", means?.MinimumWage),
        AtLeast(0, "means.tripCost", means?.TripCost));

    public static Refusal? Problem(TravelParty? party, MarriageTies? marriage, Envelope envelope) =>
        Problem(envelope, null, AtLeast(1, "party.size", party?.Size), Years("marriage.ageGapYears", marriage?.AgeGapYears));
}
