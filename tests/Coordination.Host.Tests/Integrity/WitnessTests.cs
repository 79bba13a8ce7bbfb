using System.Security.Cryptography;
using Coordination.Host.CommandLine;
using Coordination.Host.Integrity;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>Promise: who keeps the last head cannot be shown another past, not even by somebody who has the log's own key.</summary>
public sealed class WitnessTests(LogFixture world) : IClassFixture<LogFixture>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("coordination-witness-").FullName;

    private string Memory => Path.Combine(_directory, "state.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_witness_counter_signs_what_extends_its_memory_and_everybody_sees_it()
    {
        await world.OpenCase();
        await world.Checkpoint();
        var (witness, key) = Witness("polri.barelang", "polri/witness");
        var first = await witness.Look(null, ApiFixture.Ct);
        await world.Checkpoint((long)(await world.OpenCase())["position"]!);
        var second = await witness.Look(null, ApiFixture.Ct);
        second.Size.ShouldBeGreaterThan(first.Size);

        var status = await world.Status();
        var mine = status["witnesses"]!.AsArray().Single(one => one!["agency"]!.ToString() == "POLRI")!;
        ((long)mine["size"]!, (bool)mine["present"]!).ShouldBe((second.Size, true));
        ((int)status["anchored"]!["by"]!).ShouldBeGreaterThanOrEqualTo(1);
        status["anchored"]!["ageSeconds"].ShouldNotBeNull();
        var signed = await world.Heads.Under(world.Events, second, ApiFixture.Ct);
        var line = NoteLine.Parse(signed.Single(one => one.Agency == "POLRI").Line)!;
        Cosignature.SignedAt(new SignedNote(second.Text, [line]), key.Verifier).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_smaller_head_is_refused_although_the_log_has_signed_it()
    {
        await world.Checkpoint((long)(await world.OpenCase())["position"]!);
        var (witness, _) = Witness("bp3mi.kepri", "bp3mi/witness");
        var seen = await witness.Look(null, ApiFixture.Ct);
        var refusal = await Shown(new TreeHead(seen.Origin, seen.Size - 1, await world.Events.Sealed.Root(seen.Size - 1, ApiFixture.Ct)), witness);
        refusal.ShouldContain($"The log shows {seen.Size - 1} entries");
        refusal.ShouldContain($"it had {seen.Size}");
    }

    [Fact]
    public async Task A_head_over_another_past_is_refused_and_nothing_of_it_is_remembered()
    {
        await world.Checkpoint((long)(await world.OpenCase())["position"]!);
        var (witness, _) = Witness("imigrasi.batam", "imigrasi/witness");
        var seen = await witness.Look(null, ApiFixture.Ct);
        var kept = await File.ReadAllTextAsync(Memory, ApiFixture.Ct);
        (await Shown(seen with { Root = RandomNumberGenerator.GetBytes(32) }, witness)).ShouldContain("was rewritten");
        await world.Checkpoint((long)(await world.OpenCase())["position"]!);
        var larger = await world.Events.Sealed.State(ApiFixture.Ct);
        (await Shown(new TreeHead(seen.Origin, larger.Size, RandomNumberGenerator.GetBytes(32)), witness)).ShouldContain("was rewritten");
        (await File.ReadAllTextAsync(Memory, ApiFixture.Ct)).ShouldBe(kept);
    }

    [Fact]
    public async Task A_refusal_ends_the_verb_with_its_own_code()
    {
        await world.Checkpoint((long)(await world.OpenCase())["position"]!);
        var (witness, _) = Witness("imigrasi.kupang", "kupang/witness");
        var other = NoteSigner.Parse(NoteSigner.Encode(world.Events.Origin, NoteKind.Ed25519, RandomNumberGenerator.GetBytes(32)), NoteKind.Ed25519)!;
        (await WitnessVerb.Watch(witness, other.Verifier, TimeSpan.Zero, ApiFixture.Ct)).ShouldBe(Verbs.Found);
    }

    [Fact]
    public async Task An_agency_has_one_key_and_a_forged_line_is_not_taken()
    {
        var head = TreeHead.Parse(SignedNote.Parse(await world.Checkpoint())!.Text)!;
        var (first, second) = (Key("pemda/witness"), Key("pemda/other"));
        (await Post(head.Text, first, first)).ShouldBeNull();
        (await Post(head.Text, second, second)).ShouldBe("log.other_witness_key");
        (await Post(head.Text, second, first)).ShouldBe("log.bad_note");
        (await Post((head with { Size = head.Size + 1_000 }).Text, first, first)).ShouldBe("log.unknown_head");
    }

    private async Task<string?> Post(string text, NoteSigner signer, NoteSigner claimed)
    {
        var line = Cosignature.Sign(text, TimeProvider.System.GetUtcNow(), signer) with { Name = claimed.Verifier.Name };
        var body = System.Text.Json.JsonSerializer.Serialize(
            new CosignatureRequest(new SignedNote(text, [line]).ToString(), claimed.Verifier.ToString()), System.Text.Json.JsonSerializerOptions.Web);
        using var response = await world.Api.Send("pemda.malaka", "POST", "/api/v1/log/cosignatures", body);
        var answer = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        return response.IsSuccessStatusCode ? null : System.Text.Json.Nodes.JsonNode.Parse(answer)!["code"]!.ToString();
    }

    // An operator who has the key can sign anything, and show it for a moment.
    private async Task<string> Shown(TreeHead head, Witness witness)
    {
        var sql = $"""
            insert into coordination.checkpoint (tree, size, position, root, origin, note)
            values (1, {head.Size}, 0, '\x{Convert.ToHexString(head.Root)}', '{head.Origin}', '{SignedNote.Sign(head.Text, world.Events.Signer)}')
            """;
        string? refusal = null;
        try
        {
            // Heads of the heartbeat come in between.
            await LogFixture.Until(
                async () =>
                {
                    await world.Sql(sql);
                    refusal = (await Record.ExceptionAsync(() => witness.Look(null, ApiFixture.Ct)) as WitnessRefusalException)?.Message;
                    return refusal is not null;
                },
                "the head is seen");
        }
        finally
        {
            await world.Sql($"delete from coordination.checkpoint where root = '\\x{Convert.ToHexString(head.Root)}' and size = {head.Size} and position = 0");
        }
        return refusal!;
    }

    private (Witness Witness, NoteSigner Key) Witness(string user, string name)
    {
        var key = Key(name);
        var client = new WitnessClient(new HttpClient { BaseAddress = world.Api.Host.Address }, user, ApiFixture.Password, "");
        return (new Witness(client, Memory, key, TimeProvider.System), key);
    }

    private static NoteSigner Key(string name) =>
        NoteSigner.Parse(NoteSigner.Encode(name, NoteKind.Cosignature, RandomNumberGenerator.GetBytes(32)), NoteKind.Cosignature)!;
}
