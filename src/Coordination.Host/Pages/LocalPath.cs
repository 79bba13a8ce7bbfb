namespace Coordination.Host.Pages;

/// <summary>A place to return to, taken from an address: only ever one of ours, so that no link can send a signed-in officer elsewhere.</summary>
internal static class LocalPath
{
    public static string Or(string? wanted, string otherwise) =>
        wanted is ['/', not ('/' or '\\'), ..] or "/" && !wanted.Any(char.IsControl) ? wanted : otherwise;
}
