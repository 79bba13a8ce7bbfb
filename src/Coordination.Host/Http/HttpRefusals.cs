using Coordination.Domain.Kernel;

namespace Coordination.Host.Http;

/// <summary>A no that HTTP itself decides, with its own status.</summary>
internal sealed record HttpRefusal(Refusal Refusal, int Status, int? RetryAfterSeconds = null)
{
    public HttpRefusal About(params string[] details) => this with { Refusal = Refusal with { Details = details } };
}

/// <summary>What goes wrong before a decision is asked: who, how, in what shape.</summary>
internal static class HttpRefusals
{
    public static readonly HttpRefusal Unauthenticated = Of(401, "auth.required", "Sign in, or send a valid token.");
    public static readonly HttpRefusal WrongPassword = Of(401, "auth.wrong_password", "The name or the password is wrong.");
    public static readonly HttpRefusal TooManyTries = Of(429, "auth.too_many_tries", "Too many tries; wait a minute.", 60);
    public static readonly HttpRefusal RoleForbidden = Of(403, "auth.role_forbidden", "Your role may not do this.");
    public static readonly HttpRefusal StepUpRequired = Of(403, "step_up_required", "Prove your second factor first: POST /api/v1/tokens/step-up.");
    public static readonly HttpRefusal WrongCode = Of(401, "auth.wrong_code", "The code is wrong, too old, or was used before.");
    public static readonly HttpRefusal WeakPassword = Of(422, "auth.weak_password", "A password has 12 characters or more.");
    public static readonly HttpRefusal NoSecondFactor = Of(403, "auth.no_second_factor", "Enrol an authenticator first: POST /api/v1/tokens/second-factor.");
    public static readonly HttpRefusal ScopeMissing = Of(403, "auth.scope_missing", "This system was not given the scope that this needs.");
    public static readonly HttpRefusal CrossSite = Of(403, "auth.cross_site", "A page session may not be used from another site.");
    public static readonly HttpRefusal NotFound = Of(404, "http.not_found", "There is no such thing, or you may not know of it.");
    public static readonly HttpRefusal MethodNotAllowed = Of(405, "http.method_not_allowed", "This resource does not take this method.");
    public static readonly HttpRefusal BodyTooLarge = Of(413, "http.body_too_large", "The body is larger than 1 MiB.");
    public static readonly HttpRefusal MediaType = Of(415, "http.media_type", "The body must be application/json.");
    public static readonly HttpRefusal BadRequest = Of(400, "http.bad_request", "The request cannot be read.");
    public static readonly HttpRefusal BadJson = Of(400, "http.bad_json", "The body is not JSON of the documented shape.");
    public static readonly HttpRefusal BackTestTooLarge =
        Of(422, "backtest.too_large", "The back-test would remember too much at once; take a shorter period or a tighter window.");
    public static readonly HttpRefusal BadHeader = Of(400, "http.bad_header", "A header has a value that cannot be read.");
    public static readonly HttpRefusal BadParameter = Of(400, "http.bad_parameter", "A parameter has a value that cannot be read.");
    public static readonly HttpRefusal TooManyRequests = Of(429, "http.too_many_requests", "Too many open requests of this kind; close one first.", 5);
    public static readonly HttpRefusal RateLimited = Of(429, "http.rate_limited", "Too many requests in a short time; wait and ask again.", 1);
    public static readonly HttpRefusal PreconditionFailed = Of(412, "http.precondition_failed", "It has changed since the version that you saw.");
    public static readonly HttpRefusal VersionConflict = Of(409, "store.version_conflict", "Others changed it at the same time; read it again.");
    public static readonly HttpRefusal KeyReused = Of(409, "idempotency.key_reused", "This key was used before for another request.");
    public static readonly HttpRefusal StreamArchived = Of(409, "store.archived", "It is archived and takes no more entries.");
    public static readonly HttpRefusal CannotBeStored = Of(422, "data.cannot_be_stored", "These data cannot be stored.");
    public static readonly HttpRefusal AccessNotRecorded = Of(503, "access_not_recorded", "This look could not be recorded, so nothing is shown. Try again.", 2);
    public static readonly HttpRefusal StoreUnavailable = Of(503, "store.unavailable", "The store does not answer; nothing was written. Try again.", 2);
    public static readonly HttpRefusal DiskFull = Of(507, "store.disk_full", "The disk is nearly full; nothing was written. Tell the operator.", 30);
    public static readonly HttpRefusal InDoubt = Of(503, "store.in_doubt", "It is not known whether this was written. Ask again with the same key.", 2);
    public static readonly HttpRefusal Behind = Of(503, "projection.behind", "The view has not reached that position yet. Try again.", 1);
    public static readonly HttpRefusal ShardFailed = Of(503, "projection.failed", "The view stands still and needs an operator.", 30);
    public static readonly HttpRefusal Unexpected = Of(500, "http.unexpected", "An unexpected error; it was logged under the trace id of the answer.");

    private static HttpRefusal Of(int status, string code, string message, int? retryAfter = null) => new(new Refusal(code, message), status, retryAfter);
}
