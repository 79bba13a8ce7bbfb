using System.Globalization;
using Coordination.EventStore.Integrity;
using Coordination.Host.Http;
using Coordination.Host.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Host.Integrity;

/// <param name="LeafHash">Base64.</param>
public sealed record LeafAnswer(long LeafIndex, string LeafHash);

/// <param name="Hashes">Base64, in the order of RFC 9162.</param>
public sealed record ProofAnswer(IReadOnlyList<string> Hashes);

/// <param name="VerifierKey">As C2SP signed-note writes it: name, id, and algorithm with key.</param>
/// <param name="PublicKey">The same key alone: 32 bytes, base64.</param>
public sealed record LogKeyAnswer(string Origin, string Algorithm, string KeyId, string PublicKey, string VerifierKey);

/// <param name="Note">The head's note with the witness's signature line.</param>
/// <param name="Key">The witness's verifier key; the first that an agency shows is the one that counts.</param>
public sealed record CosignatureRequest(string Note, string Key);

/// <summary>Heads and proofs of one tree.</summary>
internal static class LogEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public static void Map(RouteGroupBuilder log, string of, Func<LogTrees, LogTree> pick)
    {
        log.MapGet("checkpoint", (HttpContext http, LogTrees trees, Heads heads, CancellationToken ct) => Head(http, pick(trees), heads, ct))
            .WithMetadata(new AfterPositionNote())
            .WithName($"get{of}Checkpoint").WithSummary("The signed head: a C2SP signed note with the log's signature, and those of the witnesses that have signed it.")
            .Produces<string>(contentType: "text/plain");
        log.MapGet("leaves/{position:long}", (long position, LogTrees trees, CancellationToken ct) => Leaf(position, pick(trees), ct))
            .WithName($"get{of}Leaf").WithSummary("Number and hash of the leaf of a position; waits a moment for one that is not sealed yet.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        log.MapGet("proof/inclusion", (long leafIndex, long treeSize, LogTrees trees, CancellationToken ct) => Inclusion(leafIndex, treeSize, pick(trees), ct))
            .WithName($"get{of}InclusionProof").WithSummary("That a leaf stands in the tree of a size (RFC 9162, 2.1.3).");
        log.MapGet("proof/consistency", (long from, long to, LogTrees trees, CancellationToken ct) => Consistency(from, to, pick(trees), ct))
            .WithName($"get{of}ConsistencyProof").WithSummary("That the tree of a size begins the tree of a larger one (RFC 9162, 2.1.4).");
        log.MapGet("key", (LogTrees trees) => Key(pick(trees)))
            .WithName($"get{of}LogKey").WithSummary("The public key that heads and receipts are signed with.");
        log.MapGet("status", (LogTrees trees, LogStatusReader status, CancellationToken ct) => Status(pick(trees), status, ct))
            .WithName($"get{of}LogStatus").WithSummary("Head, counter-signatures with their age, and how far the self-audit is.");
        log.MapPost("cosignatures", (CosignatureRequest request, LogTrees trees, Countersigning signing, CurrentOfficer officer, CancellationToken ct) =>
                Cosign(request, pick(trees), signing, officer, ct))
            .RequireAuthorization(Permissions.Work)
            .WithName($"post{of}Cosignature").WithSummary("A witness's counter-signature under a head, for the agency of the caller.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<ContentHttpResult, Problem>> Head(HttpContext http, LogTree tree, Heads heads, CancellationToken ct)
    {
        var after = 0L;
        if (http.Request.Headers[ReadTerms.AfterPosition].ToString() is { Length: > 0 } header
            && !long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            return Problem.Of(HttpRefusals.BadHeader.About(ReadTerms.AfterPosition));
        SignedHead? head = null;
        await Until(async () => (head = await heads.Latest(tree, ct)) is not null && head.Position >= after, ct);
        if (head is null)
            return Problem.Of(LogRefusals.NotSigned);
        if (head.Position < after)
            return Problem.Of(HttpRefusals.Behind.About("log"));
        var lines = await heads.Under(tree, head.Head, ct);
        return TypedResults.Text($"{head.Note}{string.Concat(lines.Select(line => $"{line.Line}\n"))}", "text/plain", System.Text.Encoding.UTF8);
    }

    private static async Task<Results<Ok<LeafAnswer>, Problem>> Leaf(long position, LogTree tree, CancellationToken ct)
    {
        LeafPlace? place = null;
        await Until(
            async () => (place = await tree.Sealed.Find(position, ct)) is not null || !await tree.MayBecome(position, ct), ct);
        return place is null ? Problem.Of(LogRefusals.NoLeaf) : TypedResults.Ok(new LeafAnswer(place.LeafIndex, Convert.ToBase64String(place.LeafHash)));
    }

    private static async Task<Results<Ok<ProofAnswer>, Problem>> Inclusion(long leaf, long size, LogTree tree, CancellationToken ct)
    {
        if (leaf < 0 || leaf >= size || size > (await tree.Sealed.State(ct)).Size)
            return Problem.Of(LogRefusals.BadRange.About("leafIndex", "treeSize"));
        return Proof(await tree.Sealed.Inclusion(leaf, size, ct));
    }

    private static async Task<Results<Ok<ProofAnswer>, Problem>> Consistency(long from, long to, LogTree tree, CancellationToken ct)
    {
        if (from < 0 || from > to || to > (await tree.Sealed.State(ct)).Size)
            return Problem.Of(LogRefusals.BadRange.About("from", "to"));
        return Proof(await tree.Sealed.Consistency(from, to, ct));
    }

    private static Ok<ProofAnswer> Proof(IReadOnlyList<byte[]> hashes) => TypedResults.Ok(new ProofAnswer([.. hashes.Select(hash => Convert.ToBase64String(hash))]));

    private static Ok<LogKeyAnswer> Key(LogTree tree)
    {
        var key = tree.Signer.Verifier;
        return TypedResults.Ok(new LogKeyAnswer(
            key.Name, "Ed25519", Convert.ToHexStringLower(key.Id), Convert.ToBase64String(key.Key), key.ToString()));
    }

    private static async Task<Ok<LogStatus>> Status(LogTree tree, LogStatusReader status, CancellationToken ct) =>
        TypedResults.Ok(await status.Read(tree, ct));

    private static async Task<Results<NoContent, Problem>> Cosign(
        CosignatureRequest request, LogTree tree, Countersigning signing, CurrentOfficer officer, CancellationToken ct) =>
        await signing.Take(tree, officer.Value.Agency, request, ct) is { } refusal ? Problem.Of(refusal) : TypedResults.NoContent();

    private static async Task Until(Func<Task<bool>> reached, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await reached() && TimeProvider.System.GetElapsedTime(started) < Patience)
            await Task.Delay(BetweenLooks, ct);
    }
}
