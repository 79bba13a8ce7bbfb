using System.IO.Compression;
using System.Net;
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

    private async Task<byte[]> Export(string id)
    {
        using var response = await world.Api.Send("imigrasi.batam", "GET", Path(id));
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
