namespace Coordination.EventStore.Tests.Writing;

/// <summary>Files of the folder <c>Golden</c>: what must never change by accident.</summary>
internal static class Golden
{
    public static string Read(string file)
    {
        using var reader = new StreamReader(typeof(Golden).Assembly.GetManifestResourceStream($"Golden.{file}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
