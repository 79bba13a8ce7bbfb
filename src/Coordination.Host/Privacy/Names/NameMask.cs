namespace Coordination.Host.Privacy.Names;

/// <summary>A name as a list shows it: enough to choose whom to ask about, not enough to write down.</summary>
public static class NameMask
{
    /// <summary>First letter of each word and three dots, whatever its length: <c>T••• P•••</c>.</summary>
    public static string Of(string name) => string.Join(
        ' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => $"{System.Globalization.StringInfo.GetNextTextElement(word)}•••"));
}
