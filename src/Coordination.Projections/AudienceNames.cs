using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

/// <summary>
/// Bodies that name an audience, as a reader is told them: an audience is its owner's business, so anybody else hears of the own agency and the own
/// groups only. Whatever hands out a body, or a sentence made of it, asks here.
/// </summary>
public static class AudienceNames
{
    /// <summary>
    /// Stored names of events whose body names an audience, with the member that does. The sharing of things is told to those alone whom it is about.
    /// </summary>
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["intelligence_shared"] = "recipients", ["alert_raised"] = "recipients", ["alert_escalated"] = "recipients",
    };

    /// <summary>The body without the names that are not for this reader; the same array where it has none.</summary>
    /// <param name="writer">Agency that wrote the event: it reads all of it.</param>
    public static byte[] Within(string kind, byte[] data, string writer, Viewer viewer)
    {
        if (!Members.TryGetValue(kind, out var member) || writer == viewer.Officer.Agency
            || JsonNode.Parse(data) is not JsonObject body || body[member] is not JsonArray named)
            return data;
        JsonNode?[] told = [.. named.Where(one => IsFor(one, viewer))];
        if (told.Length == named.Count)
            return data;
        body[member] = new JsonArray([.. told.Select(one => one!.DeepClone())]);
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    /// <summary>Whether the reader may be told every name in the body.</summary>
    public static bool AreAllFor(Viewer viewer, string kind, byte[] data, string writer) => ReferenceEquals(Within(kind, data, writer, viewer), data);

    internal static byte[] Within(string kind, byte[] data, Envelope envelope, Viewer viewer) => Within(kind, data, envelope.By.Agency, viewer);

    /// <summary>Groups of an audience that the reader belongs to; all of them for the agency whose they are.</summary>
    internal static IReadOnlyList<string> Within(IReadOnlyList<string> groups, string owner, Viewer viewer) =>
        Visibility.AsTold(viewer, new Marking(Level.B, groups, []), owner).Audience;

    /// <summary>A group by its name, or a recipient by its agency.</summary>
    private static bool IsFor(JsonNode? named, Viewer viewer) => named is JsonValue group
        ? group.GetValue<string>() is var name && (name == Audiences.CaseMembers || viewer.Groups.Contains(name, StringComparer.Ordinal))
        : named?["agency"]?.GetValue<string>() == viewer.Officer.Agency;
}
