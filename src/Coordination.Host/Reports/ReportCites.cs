using System.Globalization;
using Coordination.Projections.Reports;

namespace Coordination.Host.Reports;

/// <summary>Citations as they are printed: numbers of the list of events at the end, runs drawn together.</summary>
internal static class ReportCites
{
    /// <summary>Such as <c>[1–4, 9]</c>; nothing for words of the form alone.</summary>
    public static string Of(Report report, IReadOnlyList<Guid> cites)
    {
        if (cites.Count == 0)
            return "";
        var numbers = cites.Select(report.NumberOf).Distinct().Order().ToList();
        var runs = new List<string>();
        for (var i = 0; i < numbers.Count;)
        {
            var last = i;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
                last++;
            runs.Add(last - i < 2
                ? string.Join(", ", numbers[i..(last + 1)].Select(Text))
                : $"{Text(numbers[i])}–{Text(numbers[last])}");
            i = last + 1;
        }
        return $"[{string.Join(", ", runs)}]";
    }

    /// <summary>Such as <c>12 · peristiwa pada posisi 345 …</c>.</summary>
    public static string Source(Report report, int index)
    {
        var source = report.Sources[index];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{index + 1}] {source.Told}; posisi {source.Position}; dicatat {ReportTime.Moment(source.RecordedAt, null)}; peristiwa {source.Event}");
    }

    public static string Withheld(Report report) => report.Withheld == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{report.Withheld} entri tidak dapat Anda lihat.");

    /// <summary>What the copy knows and whose it is.</summary>
    public static string Foot(Report report, ReportReader reader) => string.Create(
        CultureInfo.InvariantCulture,
        $"Salinan untuk {reader.Mark}. Menurut catatan sampai posisi {report.Position}, {ReportTime.Moment(report.KnownAt, null)}.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
