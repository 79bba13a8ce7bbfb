using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coordination.Domain.Kernel;

namespace Coordination.Host.Intake;

/// <summary>A CloudEvent 1.0 as it came, whatever the mode. Attributes are syntactically right; what they mean is judged later.</summary>
/// <param name="Extensions">Extension attributes by name, as text.</param>
/// <param name="Data">A JSON object.</param>
internal sealed record CloudEvent(
    string Id, string Source, string Type, string? Subject, DateTimeOffset? Time, IReadOnlyDictionary<string, string> Extensions, JsonElement Data)
{
    // A record would print its members; data may hold a person until the vault has taken it.
    public override string ToString() => $"CloudEvent {Id} of {Source}";

    public string? Extension(string name) => Extensions.GetValueOrDefault(name);

    /// <summary>Equal for the same event sent again, also with other spaces or in another mode; anything else under the same id is another event.</summary>
    public byte[] Fingerprint()
    {
        var head = new StringBuilder().Append(Type).Append('\0').Append(Subject).Append('\0').Append(Time?.UtcTicks).Append('\0');
        foreach (var (name, value) in Extensions.Where(extension => Meaningful.Contains(extension.Key)).OrderBy(e => e.Key, StringComparer.Ordinal))
            head.Append(name).Append('=').Append(value).Append('\0');
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(head.ToString()));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(Data));
        return hash.GetHashAndReset();
    }

    // Tracing extensions differ from try to try and say nothing about the event.
    private static readonly HashSet<string> Meaningful = new(StringComparer.Ordinal) { "place", "marking", "audience", "legalbasis" };
}

/// <summary>Either a CloudEvent or what is wrong with it and where.</summary>
/// <param name="Id">The event's id, if that much could be read.</param>
internal sealed record ReadEvent(CloudEvent? Event, Refusal? Fault, string? Id)
{
    public static ReadEvent Of(CloudEvent read) => new(read, null, read.Id);

    public static ReadEvent Wrong(Refusal fault, string where, string? id = null) => new(null, fault with { Details = [where] }, id);
}
