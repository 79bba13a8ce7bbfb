using System.Reflection;

namespace Coordination.Projections;

/// <summary>Statements that stand in files of their own.</summary>
internal static class SqlText
{
    /// <param name="name">File name without extension; unique in the assembly.</param>
    public static string Read(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(resource =>
            resource.EndsWith($".Sql.{name}.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
