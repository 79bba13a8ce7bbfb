namespace Coordination.Domain.Kernel;

/// <summary>What a viewer may know of an item.</summary>
public enum Sight
{
    /// <summary>Not even that it exists: it answers like a missing one.</summary>
    Nothing,

    /// <summary>That something is there, not what ("n items withheld").</summary>
    Existence,

    /// <summary>All of it.</summary>
    Full,
}

/// <summary>The reader of this moment and the groups it belongs to.</summary>
public sealed record Viewer(Officer Officer, IReadOnlyList<string> Groups)
{
    public Level Clearance => Officer.Clearance;

    public static Viewer Of(Officer officer) => new(
        officer,
        [
            Audiences.Everyone, Audiences.Agency(officer.Agency), Audiences.Unit(officer.Agency, officer.Unit), Audiences.Person(officer.Id),
            .. officer.Desks.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(desk => Audiences.Unit(officer.Agency, desk.Split('/')[0])).Distinct(StringComparer.Ordinal),
            .. officer.TaskForces.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Audiences.TaskForce),
        ]);

    /// <summary>The same viewer inside a case that it may open.</summary>
    public Viewer InCase() => this with { Groups = [.. Groups, Audiences.CaseMembers] };
}

/// <summary>
/// The one decision on who may see what (pure). The SQL predicate in Projections says the same and a test compares the two over all
/// combinations; nothing else in the product decides this.
/// </summary>
public static class Visibility
{
    /// <summary>
    /// The marking as this reader is told it: an audience is its owner's business, so anybody else hears of groups that it belongs to itself.
    /// </summary>
    public static Marking AsTold(Viewer viewer, Marking marking, string originator) =>
        string.Equals(viewer.Officer.Agency, originator, StringComparison.Ordinal)
            ? marking
            : marking with { Audience = [.. marking.Audience.Where(group => group == Audiences.CaseMembers || viewer.Groups.Contains(group, StringComparer.Ordinal))] };

    /// <param name="viewer">Who asks.</param>
    /// <param name="marking">The item's marking, widened and narrowed by what was shared and withdrawn since.</param>
    /// <param name="originator">Code of the agency that wrote it.</param>
    public static Sight Of(Viewer viewer, Marking marking, string originator)
    {
        var addressed = string.Equals(viewer.Officer.Agency, originator, StringComparison.Ordinal)
            || (marking.Audience.Any(viewer.Groups.Contains) && marking.Within.All(list => list.Any(viewer.Groups.Contains)));
        if (!addressed)
            return Sight.Nothing;
        if (marking.Level <= viewer.Clearance)
            return Sight.Full;
        // The existence of a Sangat Rahasia item is itself a secret.
        return marking.Level < Level.SR ? Sight.Existence : Sight.Nothing;
    }
}
