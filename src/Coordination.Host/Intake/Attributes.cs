using System.Globalization;
using System.Text.Json;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;

namespace Coordination.Host.Intake;

/// <summary>The context attributes of one event while they are checked: the same rules for JSON members and for headers.</summary>
/// <param name="at">Turns an attribute's name into the place that a problem names.</param>
internal sealed class Attributes(Func<string, string> at)
{
    private const int MaxId = 200;
    private const int MaxText = 1_000;
    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Set by the first attribute that is wrong.</summary>
    public (Refusal Fault, string Where)? Wrong { get; private set; }

    public string? Id => _values.GetValueOrDefault("id");

    public void Set(string name, string value)
    {
        if (name.Length is 0 or > 40 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            Fail(CloudEventFaults.AttributeName, name);
        else if (value.Any(char.IsControl))
            Fail(CloudEventFaults.ControlCharacter, name);
        else if (value.Length > (name is "id" ? MaxId : MaxText))
            Fail(CloudEventFaults.TooLong, name);
        else
            _values[name] = value;
    }

    public void Fail(Refusal fault, string name) => Wrong ??= (fault, SafePath.Of(at(name)));

    /// <returns>The event, or the first thing that is wrong.</returns>
    public ReadEvent ToEvent(JsonElement? data)
    {
        CheckVersion();
        var id = Required("id");
        var source = Required("source");
        var type = Required("type");
        if (source is not null && (!Uri.IsWellFormedUriString(source, UriKind.RelativeOrAbsolute) || source.Contains(' ', StringComparison.Ordinal)))
            Fail(CloudEventFaults.Source, "source");
        var time = Time();
        CheckOptional();
        if (data is null)
            Fail(CloudEventFaults.DataMissing, "data");
        else if (data.Value.ValueKind != JsonValueKind.Object)
            Fail(CloudEventFaults.DataNotObject, "data");
        return Wrong is { } wrong
            ? ReadEvent.Wrong(wrong.Fault, wrong.Where, Id)
            : ReadEvent.Of(new CloudEvent(id!, source!, type!, _values.GetValueOrDefault("subject"), time, _values, data!.Value));
    }

    private void CheckVersion()
    {
        if (!_values.TryGetValue("specversion", out var version))
            Fail(CloudEventFaults.Missing, "specversion");
        else if (version is not "1.0")
            Fail(CloudEventFaults.SpecVersion, "specversion");
    }

    private string? Required(string name)
    {
        if (_values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
            return value;
        Fail(CloudEventFaults.Missing, name);
        return null;
    }

    private DateTimeOffset? Time()
    {
        if (!_values.TryGetValue("time", out var text))
            return null;
        // K also takes "no offset at all", which would be read as this machine's own: not a fact of the sender.
        var hasOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        var plain = text.ToUpperInvariant();
        if (hasOffset && DateTimeOffset.TryParseExact(plain, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time.ToUniversalTime();
        Fail(CloudEventFaults.Time, "time");
        return null;
    }

    private void CheckOptional()
    {
        if (_values.TryGetValue("subject", out var subject) && string.IsNullOrWhiteSpace(subject))
            Fail(CloudEventFaults.Missing, "subject");
        if (_values.TryGetValue("datacontenttype", out var type) && !IsJson(type))
            Fail(CloudEventFaults.ContentType, "datacontenttype");
    }

    public static bool IsJson(string mediaType)
    {
        var bare = mediaType.Split(';')[0].Trim();
        return bare.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (bare.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && bare.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }
}
