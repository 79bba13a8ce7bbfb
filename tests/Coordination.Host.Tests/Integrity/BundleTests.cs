using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.Integrity;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>Promise: a case can be carried out of the system and checked by somebody who has the file and a public key, and nothing else.</summary>
public sealed class BundleTests(LogFixture world) : IClassFixture<LogFixture>
{
    private static readonly Dictionary<string, VerifierKey> NoWitnesses = [];

    [Fact]
    public async Task A_bundle_proves_its_events_and_an_altered_one_says_where()
    {
        var opened = await world.OpenCase();
        await world.Checkpoint((long)opened["position"]!);
        await StepUp("imigrasi.batam");
        var zip = await Export(opened["id"]!.ToString());
        var key = world.Events.Signer.Verifier;
        var verdict = await Check(zip, key);
        verdict.Broken.ShouldBeEmpty();
        verdict.Proved[^1].ShouldMatch("^[1-9][0-9]* events stand unchanged");

        async Task<string> Broken(string file, string from, string to) => (await Check(Change(zip, file, from, to), key)).Broken[0];
        (await Broken(BundleFile.Events, "IMIGRASI", "POLRI")).ShouldContain($"Position {opened["position"]}");
        (await Broken(BundleFile.Events, "\"leafIndex\":", "\"leafIndex\":1")).ShouldContain("does not stand in the log");
        (await Broken(BundleFile.Checkpoint, world.Events.Origin + "\n", "other/log\n")).ShouldContain("not signed");
        var stranger = VerifierKey.Parse(NoteSigner.Parse(NoteSigner.Encode("other/log", NoteKind.Ed25519, new byte[32]), NoteKind.Ed25519)!.Verifier.ToString());
        (await Check(zip, stranger)).Broken[0].ShouldContain("not signed by other/log");
        (await BundleCheck.Of(new MemoryStream(zip), key, new Dictionary<string, VerifierKey> { ["POLRI"] = stranger! }, ApiFixture.Ct)).Broken[0]
            .ShouldContain("POLRI has not counter-signed");
    }

    [Fact]
    public async Task It_holds_what_its_reader_may_see_is_recorded_and_needs_a_second_factor()
    {
        var opened = await world.OpenCase();
        await world.Checkpoint((long)opened["position"]!);
        using (var refused = await world.Api.Send("polri.barelang", "GET", Path(opened["id"]!.ToString())))
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await StepUp("pemda.malaka");
        using (var missing = await world.Api.Send("pemda.malaka", "GET", Path(opened["id"]!.ToString())))
            missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var looks = world.Api.Database.Owner.CreateCommand(
            $"select count(*) from coordination.access_entry where action = 'bundle_exported' and target = 'case:{opened["id"]}'");
        (await looks.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe(0L);
        await StepUp("polri.barelang");
        using (var given = await world.Api.Send("polri.barelang", "GET", Path(opened["id"]!.ToString())))
            given.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await looks.ExecuteScalarAsync(ApiFixture.Ct)).ShouldBe(1L);
    }

    [Fact]
    public async Task A_body_that_names_other_readers_does_not_go_out_with_a_reader_and_is_proved_by_its_leaf()
    {
        var file = (await world.Api.Ask("imigrasi.batam", "POST", "/api/v1/cases", Told.Case("POLRI", "BP3MI")))["id"]!.ToString();
        var report = (await world.Api.Ask("imigrasi.batam", "POST", "/api/v1/intelligence", $$$"""
            {"title":"Penampungan","summary":"Rumah di Nagoya","sourceGrade":"B","informationGrade":2,"case":"{{{file}}}",
             "envelope":{"marking":"T","audience":["originator"]}}
            """))["id"]!.ToString();
        var shared = await world.Api.Ask(
            "imigrasi.batam", "POST", $"/api/v1/intelligence/{report}/sharing",
            """{"recipients":[{"agency":"BP3MI"},{"agency":"POLRI","unit":"POLRESTA-BARELANG"}],"reason":"Penyidikan."}""");
        await world.Checkpoint((long)shared["position"]!);
        foreach (var (user, names) in new[] { ("bp3mi.kepri", false), ("imigrasi.batam", true) })
        {
            await StepUp(user);
            await world.Api.Ask(user, "GET", $"/api/v1/cases/{file}/timeline", headers: ("X-After-Position", shared["position"]!.ToString()));
            var zip = await Export(file, user);
            var line = Lines(zip).Single(one => one["type"]!.ToString() == "intelligence_shared");
            line.ToJsonString().Contains("POLRESTA-BARELANG", StringComparison.Ordinal).ShouldBe(names, user);
            var verdict = await Check(zip, world.Events.Signer.Verifier);
            verdict.Broken.ShouldBeEmpty();
            verdict.Proved.Any(one => one.StartsWith("1 events came without their body", StringComparison.Ordinal)).ShouldBe(!names, user);
        }
    }

    private static IEnumerable<JsonNode> Lines(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        using var reader = new StreamReader(archive.GetEntry(BundleFile.Events)!.Open());
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    private static Task<BundleVerdict> Check(byte[] zip, VerifierKey? key) => BundleCheck.Of(new MemoryStream(zip), key, NoWitnesses, ApiFixture.Ct);

    private static string Path(string id) => $"/api/v1/cases/{id}/bundle";

    private static byte[] Change(byte[] zip, string file, string from, string to)
    {
        var copy = new MemoryStream();
        copy.Write(zip);
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            string text;
            using (var reader = new StreamReader(archive.GetEntry(file)!.Open()))
                text = reader.ReadToEnd();
            archive.GetEntry(file)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(file).Open());
            writer.Write(text.Replace(from, to, StringComparison.Ordinal));
        }
        return copy.ToArray();
    }

    private async Task<byte[]> Export(string id, string user = "imigrasi.batam")
    {
        using var response = await world.Api.Send(user, "GET", Path(id));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(ApiFixture.Ct));
        return await response.Content.ReadAsByteArrayAsync(ApiFixture.Ct);
    }

    private async Task StepUp(string user)
    {
        var code = (await world.Api.Ask(user, "GET", "/api/v1/demo/step-up-code"))["code"];
        using var proved = await world.Api.Send(user, "POST", "/api/v1/tokens/step-up", $$"""{"code":"{{code}}"}""");
        proved.IsSuccessStatusCode.ShouldBeTrue();
    }
}
