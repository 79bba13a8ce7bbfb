using Coordination.Domain.Kernel;

namespace Coordination.Host.Intake;

/// <summary>Why something is not a CloudEvent. <see cref="Refusal.Details"/> says where, as a JSON path or a header name.</summary>
internal static class CloudEventFaults
{
    public static readonly Refusal MediaType = Of("media_type", "Send application/cloudevents+json, application/cloudevents-batch+json, or JSON with ce- headers.");
    public static readonly Refusal NotJson = Of("not_json", "This is not JSON in UTF-8.");
    public static readonly Refusal DuplicateKey = Of("duplicate_key", "A member occurs twice.");
    public static readonly Refusal TooDeep = Of("too_deep", "Nested deeper than 16 levels.");
    public static readonly Refusal NotAnObject = Of("not_an_object", "A CloudEvent is a JSON object.");
    public static readonly Refusal NotABatch = Of("not_a_batch", "A batch is a JSON array of CloudEvents.");
    public static readonly Refusal BatchTooLarge = Of("batch_too_large", "A batch holds at most 1,000 events.");
    public static readonly Refusal SpecVersion = Of("specversion", "specversion must be \"1.0\".");
    public static readonly Refusal Missing = Of("missing_attribute", "A required attribute is missing or empty.");
    public static readonly Refusal WrongType = Of("wrong_type", "The attribute has the wrong JSON type.");
    public static readonly Refusal TooLong = Of("too_long", "The attribute is longer than allowed.");
    public static readonly Refusal ControlCharacter = Of("control_character", "Control characters are not allowed here.");
    public static readonly Refusal AttributeName = Of("attribute_name", "Attribute names are lower-case letters and digits.");
    public static readonly Refusal Source = Of("source", "source must be a URI reference, here /agency/unit.");
    public static readonly Refusal Time = Of("time", "time must be an RFC 3339 timestamp with an offset.");
    public static readonly Refusal ContentType = Of("datacontenttype", "datacontenttype must be application/json.");
    public static readonly Refusal DataTwice = Of("data_twice", "Send data or data_base64, not both.");
    public static readonly Refusal DataMissing = Of("data_missing", "The event has no data.");
    public static readonly Refusal DataNotObject = Of("data_not_object", "data must be a JSON object.");
    public static readonly Refusal Base64 = Of("base64", "data_base64 must be base64 of a JSON object.");

    private static Refusal Of(string reason, string message) => new($"cloudevents.{reason}", message, RefusalKind.Invalid);
}
