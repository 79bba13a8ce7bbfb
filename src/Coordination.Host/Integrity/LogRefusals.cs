using Coordination.Domain.Kernel;
using Coordination.Host.Http;

namespace Coordination.Host.Integrity;

/// <summary>What is answered about a proof that cannot be given, or a counter-signature that cannot be taken.</summary>
internal static class LogRefusals
{
    public static readonly HttpRefusal NotSigned = Of(503, "log.not_signed", "No head of this log has been signed yet.", 1);
    public static readonly HttpRefusal NoLeaf = Of(404, "log.no_leaf", "No sealed entry of the log stands at this position.");
    public static readonly HttpRefusal BadRange = Of(400, "log.bad_range", "The log has no such leaf, or no tree of this size.");
    public static readonly HttpRefusal BadNote = Of(422, "log.bad_note", "This is not a signed note with one counter-signature of the witness key.");
    public static readonly HttpRefusal UnknownHead = Of(409, "log.unknown_head", "This log has never signed such a head. Keep what you have, and ask by another way.");
    public static readonly HttpRefusal OtherKey = Of(409, "log.other_witness_key", "Your agency's witness signs with another key.");

    private static HttpRefusal Of(int status, string code, string message, int? retryAfter = null) => new(new Refusal(code, message), status, retryAfter);
}
