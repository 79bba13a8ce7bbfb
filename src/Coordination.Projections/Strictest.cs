using Coordination.Domain.Kernel;

namespace Coordination.Projections;

/// <summary>The marking of what is derived from several events: as secret as the most secret, and only for those whom each of them is for.</summary>
internal static class Strictest
{
    /// <param name="inputs">At least one. An agency may read what it wrote itself.</param>
    /// <param name="always">Groups that read all inputs by nature, such as the two ends of a handoff.</param>
    public static Marking Of(IReadOnlyCollection<Envelope> inputs, params string[] always)
    {
        IEnumerable<string>? common = null;
        foreach (var input in inputs.Where(input => !input.Marking.Audience.Contains(Audiences.Everyone, StringComparer.Ordinal)))
        {
            var readers = input.Marking.Audience.Append(Audiences.Agency(input.By.Agency));
            common = common is null ? readers : common.Intersect(readers, StringComparer.Ordinal);
        }

        return new(
            inputs.Max(input => input.Marking.Level),
            [.. (common ?? [Audiences.Everyone]).Concat(always).Distinct(StringComparer.Ordinal)],
            [.. inputs.SelectMany(input => input.Marking.Caveats).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The same without a guess on who is in which group: the audience of the first input, and <see cref="Marking.Within"/> a list for each further
    /// input that lets fewer people read. A reader must be on all of them.
    /// </summary>
    /// <param name="inputs">At least one, in order. An agency may read what it wrote itself; the first one's agency is not among its audience.</param>
    /// <param name="always">Groups that read all inputs by nature.</param>
    public static Marking Each(IReadOnlyList<Envelope> inputs, IReadOnlyCollection<string> always)
    {
        string[] first = [.. inputs[0].Marking.Audience.Union(always, StringComparer.Ordinal)];
        var within = new List<IReadOnlyList<string>>();
        IReadOnlyList<string> known = [.. first, Audiences.Agency(inputs[0].By.Agency)];
        foreach (var input in inputs.Skip(1))
        {
            string[] list = [.. input.Marking.Audience.Append(Audiences.Agency(input.By.Agency)).Union(always, StringComparer.Ordinal)];
            if (!within.Prepend(known).Any(stricter => stricter.All(group => IsIn(list, group))))
                within.Add(list);
        }

        return new(
            inputs.Max(input => input.Marking.Level), first,
            [.. inputs.SelectMany(input => input.Marking.Caveats).Distinct(StringComparer.Ordinal)]) { Within = within };
    }

    // Everybody of the group is on the list.
    private static bool IsIn(string[] list, string group) =>
        list.Contains(Audiences.Everyone, StringComparer.Ordinal) || list.Contains(group, StringComparer.Ordinal)
        || (group.Split(':', '/') is ["unit", var agency, _] && list.Contains(Audiences.Agency(agency), StringComparer.Ordinal));
}
