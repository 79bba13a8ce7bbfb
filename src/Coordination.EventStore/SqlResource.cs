namespace Coordination.EventStore;

/// <summary>Statements that are too long for a line of C#: resources <c>Sql/name.sql</c> of this assembly.</summary>
internal static class SqlResource
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SqlResource).Assembly.GetManifestResourceStream($"Coordination.EventStore.Sql.{name}.sql")!);
        return reader.ReadToEnd();
    }
}
