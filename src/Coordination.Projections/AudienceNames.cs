using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Domain.Kernel;

namespace Coordination.Projections;

/// <summary>
/// Bodies that name an audience, as a reader is told them: an audience is its owner's business, so anybody else hears of the own agency only.
/// </summary>
internal static class AudienceNames
{
    private const string Shared = "intelligence_shared";

    /// <summary>The body without recipients of third agencies, where it has any and the reader is not of the agency that wrote it.</summary>
    public static byte[] Within(string kind, byte[] data, Envelope envelope, Viewer viewer)
    {
        if (kind != Shared || envelope.By.Agency == viewer.Officer.Agency || JsonNode.Parse(data) is not JsonObject body)
            return data;
        if (body["recipients"] is not JsonArray recipients)
            return data;
        body["recipients"] = new JsonArray(
            [.. recipients.Where(to => to?["agency"]?.GetValue<string>() == viewer.Officer.Agency).Select(to => to!.DeepClone())]);
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}
