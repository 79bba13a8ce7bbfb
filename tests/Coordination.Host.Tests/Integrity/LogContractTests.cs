using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Coordination.EventStore.Integrity;
using Coordination.Host.Integrity;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>Promise: what outside verifiers rely on, with nothing of ours but the answers.</summary>
public sealed class LogContractTests(LogFixture world) : IClassFixture<LogFixture>
{
    private readonly ApiFixture _api = world.Api;

    [Fact]
    public async Task An_event_is_proved_from_its_receipt_to_a_signed_head_that_extends_an_older_one()
    {
        var before = Head(await world.Checkpoint());
        var answer = await world.OpenCase();
        var position = (long)answer["position"]!;
        var note = SignedNote.Parse(await world.Checkpoint(position)).ShouldNotBeNull();
        var head = TreeHead.Parse(note.Text).ShouldNotBeNull();
        note.IsSignedBy(await Key()).ShouldBeTrue();
        note.Text.Split('\n').Length.ShouldBe(4, "origin, size, root and the end");

        var leaf = await Ask($"leaves/{position}");
        var (index, hash) = ((long)leaf["leafIndex"]!, Convert.FromBase64String((string)leaf["leafHash"]!));
        var path = await Hashes($"proof/inclusion?leafIndex={index}&treeSize={head.Size}");
        var proof = await Hashes($"proof/consistency?from={before.Size}&to={head.Size}");
        TreeProof.Includes(index, head.Size, hash, path, head.Root).ShouldBeTrue();
        TreeProof.Extends(before.Size, before.Root, head.Size, head.Root, proof).ShouldBeTrue();
    }

    [Fact]
    public async Task A_receipt_is_signed_names_its_event_and_comes_again_with_the_same_bytes()
    {
        async Task<JsonNode> Send() => (await _api.Ask(
            "imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI"), headers: ("Idempotency-Key", "receipt-1")))["receipt"].ShouldNotBeNull();
        var receipt = await Send();
        var note = SignedNote.Parse((string)receipt["note"]!).ShouldNotBeNull();
        note.IsSignedBy(await Key()).ShouldBeTrue();
        var lines = note.Text.Split('\n');
        lines[0].ShouldBe($"{(await Key()).Name}/receipt");
        (lines[1], lines[2]).ShouldBe(((string)receipt["eventId"]!, ((long)receipt["position"]!).ToString(CultureInfo.InvariantCulture)));
        DateTimeOffset.Parse(lines[3], CultureInfo.InvariantCulture).ShouldBe((DateTimeOffset)receipt["receivedAt"]!);
        (await Send()).ToJsonString().ShouldBe(receipt.ToJsonString());
        await using var stored = _api.Database.Owner.CreateCommand($"select id from public.mt_events where seq_id = {lines[2]}");
        (await stored.ExecuteScalarAsync(ApiFixture.Ct))!.ToString().ShouldBe(lines[1]);
    }

    [Fact]
    public async Task Each_event_of_a_batch_has_its_receipt_and_a_rejected_one_has_none()
    {
        var results = await _api.SendEvents("imigrasi.atambua", Told.Application("log-1", "APP-LOG-1", "5321010101900001"), "{}");
        ((string)results[0]!["receipt"]!["note"]!).ShouldContain("/receipt\n");
        results[1]!["status"]!.ToString().ShouldBe("rejected");
        results[1]!["receipt"].ShouldBeNull();
    }

    [Theory]
    [InlineData("leaves/999999999", HttpStatusCode.NotFound, "log.no_leaf")]
    [InlineData("leaves/0", HttpStatusCode.NotFound, "log.no_leaf")]
    [InlineData("leaves/-1", HttpStatusCode.NotFound, "log.no_leaf")]
    [InlineData("proof/inclusion?leafIndex=5&treeSize=5", HttpStatusCode.BadRequest, "log.bad_range")]
    [InlineData("proof/inclusion?leafIndex=-1&treeSize=1", HttpStatusCode.BadRequest, "log.bad_range")]
    [InlineData("proof/inclusion?leafIndex=0&treeSize=99999999", HttpStatusCode.BadRequest, "log.bad_range")]
    [InlineData("proof/consistency?from=2&to=1", HttpStatusCode.BadRequest, "log.bad_range")]
    [InlineData("proof/consistency?from=-1&to=0", HttpStatusCode.BadRequest, "log.bad_range")]
    [InlineData("proof/consistency?from=0&to=99999999", HttpStatusCode.BadRequest, "log.bad_range")]
    [InlineData("proof/consistency?from=x&to=1", HttpStatusCode.BadRequest, "http.bad_request")]
    [InlineData("proof/inclusion", HttpStatusCode.BadRequest, "http.bad_request")]
    public async Task What_cannot_be_proved_is_a_problem_with_a_stable_code(string path, HttpStatusCode status, string code)
    {
        using var response = await _api.Send("operator", "GET", "/api/v1/log/" + path);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!;
        (response.StatusCode, body["code"]!.ToString()).ShouldBe((status, code), body.ToJsonString());
    }

    [Fact]
    public async Task Who_looked_at_whom_is_a_log_of_its_own_and_only_for_those_who_protect()
    {
        var opened = await world.OpenCase();
        await _api.Ask("polri.barelang", "GET", $"/api/v1/cases/{opened["id"]}");
        using (var refused = await _api.Send("polri.barelang", "GET", "/api/v1/log/access/checkpoint"))
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await LogFixture.Until(async () => Head(await Access()).Size > 0, "the look is sealed and signed");
        var note = SignedNote.Parse(await Access())!;
        note.IsSignedBy(VerifierKey.Parse((await _api.Ask("bp3mi.kepri", "GET", "/api/v1/log/access/key"))["verifierKey"]!.ToString())!).ShouldBeTrue();
        var leaf = await _api.Ask("bp3mi.kepri", "GET", "/api/v1/log/access/leaves/1");
        var proof = await _api.Ask("bp3mi.kepri", "GET", $"/api/v1/log/access/proof/inclusion?leafIndex=0&treeSize={Head(note.ToString()).Size}");
        TreeProof.Includes(
            0, Head(note.ToString()).Size, Convert.FromBase64String(leaf["leafHash"]!.ToString()),
            [.. proof["hashes"]!.AsArray().Select(hash => Convert.FromBase64String(hash!.ToString()))], Head(note.ToString()).Root).ShouldBeTrue();

        async Task<string> Access()
        {
            using var response = await _api.Send("bp3mi.kepri", "GET", "/api/v1/log/access/checkpoint");
            return await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        }
    }

    private static TreeHead Head(string note) => TreeHead.Parse(SignedNote.Parse(note).ShouldNotBeNull().Text).ShouldNotBeNull();

    private Task<JsonNode> Ask(string path) => _api.Ask("operator", "GET", "/api/v1/log/" + path);

    private async Task<VerifierKey> Key() => VerifierKey.Parse((await Ask("key"))["verifierKey"]!.ToString()).ShouldNotBeNull();

    private async Task<byte[][]> Hashes(string path) =>
        [.. (await Ask(path))["hashes"]!.AsArray().Select(hash => Convert.FromBase64String(hash!.ToString()))];
}
