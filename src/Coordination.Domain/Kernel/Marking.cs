using System.Text.Json.Serialization;

namespace Coordination.Domain.Kernel;

/// <summary>Classification, in the order of harm (UU 43/2009; PP 28/2012; Perka ANRI 17/2011). Stored and sent by these letters.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Level>))]
public enum Level
{
    /// <summary>Biasa.</summary>
    B = 0,

    /// <summary>Terbatas.</summary>
    T = 1,

    /// <summary>Rahasia.</summary>
    R = 2,

    /// <summary>Sangat Rahasia.</summary>
    SR = 3,
}

/// <summary>
/// Who may read a thing, decided when it is written. Widening and narrowing later are events of their own (module <c>Sharing</c>); what is
/// written is never changed.
/// </summary>
/// <param name="Level">How much harm disclosure does.</param>
/// <param name="Audience">Groups (<see cref="Audiences"/>): everyone, members of the case it stands on, agencies, units, officers. The
/// originating agency always reads its own.</param>
/// <param name="Caveats">Handling codes: <c>H1</c> not in court without consent, <c>H2</c> no onward sharing, <c>ORCON</c> originator
/// control.</param>
public sealed record Marking(Level Level, IReadOnlyList<string> Audience, IReadOnlyList<string> Caveats)
{
    /// <summary>Restricted, readable by the members of the case it stands on: what applies when the sender says nothing.</summary>
    public static Marking Default { get; } = new(Level.T, [Audiences.CaseMembers], []);

    /// <summary>
    /// Lists that a reader must also belong to, each of them: one per narrowing, and in a derived thing one per further input. None = the
    /// audience alone decides. Never told to readers: an audience is its owner's business.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<IReadOnlyList<string>> Within { get; init; } = [];

    /// <summary>Nobody but the originator shares it on (H2, ORCON).</summary>
    [JsonIgnore]
    public bool IsOriginatorControlled => Has(Caveat.NoOnwardSharing) || Has(Caveat.OriginatorControl);

    public static Marking Of(Level level, params string[] audience) => new(level, audience, []);

    /// <summary>
    /// The marking of what is made of several things: as secret as the most secret, burdened with every caveat, and for those alone who may
    /// read all of them. Whoever originates what is derived is addressed by no input for that.
    /// </summary>
    /// <param name="inputs">Each with the agency that wrote it, which reads its own; at least one.</param>
    public static Marking Strictest(IReadOnlyCollection<(Marking Marking, string Originator)> inputs)
    {
        IReadOnlyList<string>[] lists = [.. inputs.SelectMany(input => ListsOf(input.Marking, input.Originator))];
        return new(
            inputs.Max(input => input.Marking.Level), lists[0],
            [.. inputs.SelectMany(input => input.Marking.Caveats).Distinct(StringComparer.Ordinal)]) { Within = lists[1..] };
    }

    public bool Has(string caveat) => Caveats.Contains(caveat, StringComparer.Ordinal);

    private static IEnumerable<IReadOnlyList<string>> ListsOf(Marking marking, string originator) =>
        marking.Within.Prepend(marking.Audience).Select(list => (IReadOnlyList<string>)[.. list, Audiences.Agency(originator)]);
}

/// <summary>Handling codes, after those of Europol's SIENA.</summary>
public static class Caveat
{
    /// <summary>Not in court without the originator's consent.</summary>
    public const string NotInCourt = "H1";

    /// <summary>No onward sharing without the originator's permission.</summary>
    public const string NoOnwardSharing = "H2";

    /// <summary>The originator alone decides who reads it.</summary>
    public const string OriginatorControl = "ORCON";

    public static IReadOnlyList<string> All { get; } = [NotInCourt, NoOnwardSharing, OriginatorControl];

    public static bool IsUnknown(string code) => !All.Contains(code, StringComparer.Ordinal);
}

/// <summary>Names of reader groups. A viewer has a set of them; an audience is a list of them; one in common is enough.</summary>
public static class Audiences
{
    public const string Everyone = "*";

    /// <summary>Member agencies of the case that the item stands on. A viewer has this group only inside a case that it may open.</summary>
    public const string CaseMembers = "members";

    public static string Agency(string agency) => $"agency:{agency}";

    public static string Unit(string agency, string unit) => $"unit:{agency}/{unit}";

    public static string Person(string officer) => $"officer:{officer}";

    /// <summary>Officers of a joint team, as long as it stands and they are in it.</summary>
    public static string TaskForce(string code) => $"taskforce:{code}";

    /// <summary>Could it be the code of a joint team? It stands in audiences as it is.</summary>
    public static bool IsTaskForceCode(string code) =>
        code.Length is >= 2 and <= 60 && char.IsAsciiLetterUpper(code[0]) && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}
