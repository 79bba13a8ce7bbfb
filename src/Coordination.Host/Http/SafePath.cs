namespace Coordination.Host.Http;

/// <summary>Where in a body something is wrong, for an answer: names of members as a schema has them, never what a caller put in the place of one.</summary>
internal static class SafePath
{
    private const int LongestName = 40;
    private const int LongestNumber = 5;

    /// <summary>The path up to the first part that no schema would have: it may be somebody's name or number.</summary>
    public static string Of(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return "$";
        var parts = path.Split('.');
        var kept = parts.TakeWhile(IsName).ToArray();
        return kept.Length == parts.Length ? path : kept.Length == 0 ? "$" : string.Join('.', kept);
    }

    private static bool IsName(string part) => part.Length <= LongestName
        && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '$' or '[' or ']' or '_' or '-' or '@')
        && part.Count(char.IsAsciiDigit) <= LongestNumber;
}
