using Coordination.Domain.Kernel;
using Coordination.Domain.Reference;

namespace Coordination.Host.Intake;

/// <summary>Marking as senders write it: a level and a list of readers.</summary>
internal static class Markings
{
    public static readonly Refusal UnknownLevel = new("marking.unknown_level", "marking is one of B, T, R, SR.", RefusalKind.Invalid);

    public static readonly Refusal UnknownReader = new(
        "marking.unknown_reader", "audience is a list of *, members, originator, AGENCY, AGENCY/UNIT, officer:LOGIN or taskforce:CODE.", RefusalKind.Invalid);

    /// <param name="level">Null = Terbatas.</param>
    /// <param name="caveats">Handling codes; null = none.</param>
    /// <param name="audience">Null = the members of the case it stands on.</param>
    public static (Marking? Marking, Refusal? Refusal) Read(
        string? level, IEnumerable<string>? audience, IEnumerable<string>? caveats = null)
    {
        var known = Marking.Default.Level;
        if (level is not null && !(Enum.TryParse(level.Trim(), ignoreCase: true, out known) && Enum.IsDefined(known) && !char.IsAsciiDigit(level.Trim()[0])))
            return (null, UnknownLevel);
        string[] codes = [.. (caveats ?? []).Select(code => code.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        if (audience is null)
            return (Marking.Default with { Level = known, Caveats = codes }, null);
        var groups = new List<string>();
        foreach (var (at, reader) in audience.Select(reader => reader.Trim()).Index().Where(read => read.Item.Length > 0))
        {
            if (reader.Equals("originator", StringComparison.OrdinalIgnoreCase))
                continue; // the originating agency always reads its own
            if (Group(reader) is not { } group)
                return (null, UnknownReader with { Details = [$"audience[{at}]"] });
            groups.Add(group);
        }
        return (new Marking(known, [.. groups.Distinct(StringComparer.Ordinal)], codes), null);
    }

    private static string? Group(string reader)
    {
        if (reader is Audiences.Everyone || reader.Equals(Audiences.CaseMembers, StringComparison.OrdinalIgnoreCase))
            return reader.ToLowerInvariant();
        if (reader.StartsWith("officer:", StringComparison.OrdinalIgnoreCase) && reader.Length > "officer:".Length)
            return Audiences.Person(reader["officer:".Length..].ToLowerInvariant());
        if (reader.StartsWith("taskforce:", StringComparison.OrdinalIgnoreCase))
            return reader["taskforce:".Length..].ToUpperInvariant() is var code && Audiences.IsTaskForceCode(code) ? Audiences.TaskForce(code) : null;
        var bare = reader.Contains(':', StringComparison.Ordinal) ? reader[(reader.IndexOf(':', StringComparison.Ordinal) + 1)..] : reader;
        return bare.ToUpperInvariant().Split('/') switch
        {
            [var agency] when Agencies.Find(agency) is not null => Audiences.Agency(agency),
            [var agency, var unit] when Units.Find(agency, unit) is not null => Audiences.Unit(agency, unit),
            _ => null,
        };
    }
}
