using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain.Handoffs;
using Coordination.Host.Tests.Api;
using Coordination.Host.Vault;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

/// <summary>Free texts of events: sealed in the store and in every view, open to whoever may read the item.</summary>
public sealed class NarrativeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Officer = "imigrasi.batam";

    [Fact]
    public async Task A_text_is_stored_sealed_and_read_open_by_all_that_may_read_the_item()
    {
        var secret = "Kata-Rahasia \"Siti-CANARY\" <b>&\n日本 'x'";
        var body = JsonNode.Parse(Told.Case("POLRI"))!;
        (body["summary"], body["title"]) = (secret, "Judul-CANARY");
        var opened = await api.Ask(Officer, "POST", "/api/v1/cases", body.ToJsonString());
        var (id, position) = (opened["id"]!.ToString(), opened["position"]!.ToString());
        var file = await api.Ask("polri.barelang", "GET", $"/api/v1/cases/{id}", headers: ("X-After-Position", position));
        (file["summary"]!.ToString(), file["title"]!.ToString()).ShouldBe((secret, "Judul-CANARY"));
        var line = (await api.Ask(Officer, "GET", $"/api/v1/cases/{id}/timeline"))["items"]![0]!;
        line["data"]!["summary"]!.ToString().ShouldBe(secret);
        foreach (var table in await Tables())
            (await Scalar<bool>($"select exists (select from {table} t where t::text like '%CANARY%')")).ShouldBeFalse(table);
    }

    [Fact]
    public async Task A_page_shows_it_escaped()
    {
        var html = await OpenedPage("""<script>alert("x")</script>""");
        html.ShouldContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
    }

    [Fact]
    public async Task Deciders_still_see_that_nothing_changed()
    {
        var handoff = (await api.Ask(Officer, "POST", "/api/v1/handoffs/police", Told.ToPolice()))["id"]!.ToString();
        await api.Ask("polri.barelang", "PUT", $"/api/v1/handoffs/{handoff}/receipt");
        const string Return = """{"missing":[{"description":"Tiket a.n. Siti"}],"reason":"Belum lengkap"}""";
        var first = await api.Ask("polri.barelang", "PUT", $"/api/v1/handoffs/{handoff}/return", Return);
        var again = await api.Ask("polri.barelang", "PUT", $"/api/v1/handoffs/{handoff}/return", Return);
        again["version"]!.ToString().ShouldBe(first["version"]!.ToString(), "the same return twice is one");
        using var blank = await api.Send(Officer, "PUT", $"/api/v1/handoffs/{handoff}/withdrawal", """{"reason":"  "}""");
        blank.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a blank text is still seen as blank");
    }

    [Fact]
    public async Task The_same_words_in_two_streams_have_two_keys()
    {
        var narratives = api.Host.Services.GetRequiredService<Narratives>();
        async Task<string> Sealed(Guid stream) => ((HandoffWithdrawn)(await narratives.Seal(new HandoffWithdrawn("Sama"), stream, ApiFixture.Ct))!).Reason;
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await Sealed(one)).ShouldBe(await Sealed(one));
        (await Sealed(one)).ShouldNotBe(await Sealed(other));
        NarrativeToken.In(await Sealed(one)).Single().Token.Subject.ShouldNotBe(NarrativeToken.In(await Sealed(other)).Single().Token.Subject);
    }

    [Fact]
    public async Task Nobody_can_have_a_sealed_text_opened_by_sending_it_in()
    {
        var narratives = api.Host.Services.GetRequiredService<Narratives>();
        var stolen = ((HandoffWithdrawn)(await narratives.Seal(new HandoffWithdrawn("Rahasia-CANARY"), Guid.CreateVersion7(), ApiFixture.Ct))!).Reason;
        var body = JsonNode.Parse(Told.Case("POLRI"))!;
        body["summary"] = stolen;
        var opened = await api.Ask(Officer, "POST", "/api/v1/cases", body.ToJsonString());
        var file = await api.Ask(Officer, "GET", $"/api/v1/cases/{opened["id"]}", headers: ("X-After-Position", opened["position"]!.ToString()));
        file["summary"]!.ToString().ShouldBe(stolen, "as a text it comes back as it was sent");
        var letter = JsonNode.Parse(Told.ToPolice())!;
        letter["recordNumber"] = stolen;
        using var refused = await api.Send(Officer, "POST", "/api/v1/handoffs/police", letter.ToJsonString());
        (await refused.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldContain("text.reserved");
        using var page = await api.Send(null, "GET", $"/masuk?kembali={Uri.EscapeDataString(stolen)}");
        (await page.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldNotContain("CANARY");
        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_destroyed_key_leaves_a_sign_and_nothing_else_changes()
    {
        var body = JsonNode.Parse(Told.Case("POLRI"))!;
        body["summary"] = "Akan dihapus";
        var opened = await api.Ask(Officer, "POST", "/api/v1/cases", body.ToJsonString());
        var (id, position) = (opened["id"]!.ToString(), opened["position"]!.ToString());
        var stored = await Scalar<string>($"select data ->> 'summary' from public.mt_events where stream_id = '{id}'");
        var subject = NarrativeToken.In(stored).Single().Token.Subject;
        await Scalar<long>($"with gone as (delete from vault.data_key where subject = '{subject}' returning 1) select count(*) from gone");
        api.Host.Services.GetRequiredService<DataKeyCache>().Forget([subject]);
        var file = await api.Ask(Officer, "GET", $"/api/v1/cases/{id}", headers: ("X-After-Position", position));
        (file["summary"]!.ToString(), file["title"]!.ToString()).ShouldBe((Narratives.Erased, "Malaka-Batam-Kamboja"));
    }

    private async Task<string> OpenedPage(string title)
    {
        var body = JsonNode.Parse(Told.Case("POLRI"))!;
        body["title"] = title;
        var opened = await api.Ask(Officer, "POST", "/api/v1/cases", body.ToJsonString());
        await api.Ask(Officer, "GET", $"/api/v1/cases/{opened["id"]}", headers: ("X-After-Position", opened["position"]!.ToString()));
        using var browser = await SignedIn.As(api, Officer);
        return await browser.GetStringAsync($"/kasus/{opened["id"]}", ApiFixture.Ct);
    }

    private async Task<List<string>> Tables()
    {
        await using var command = api.Database.Owner.CreateCommand(
            "select format('%I.%I', table_schema, table_name) from information_schema.tables where table_schema in ('public', 'coordination', 'readmodel', 'vault') and table_type = 'BASE TABLE'");
        await using var reader = await command.ExecuteReaderAsync(ApiFixture.Ct);
        var tables = new List<string>();
        while (await reader.ReadAsync(ApiFixture.Ct))
            tables.Add(reader.GetString(0));
        return tables;
    }

    private async Task<T> Scalar<T>(string sql)
    {
        await using var command = new NpgsqlCommand(sql, await api.Database.Owner.OpenConnectionAsync(ApiFixture.Ct));
        await using var connection = command.Connection;
        return (T)(await command.ExecuteScalarAsync(ApiFixture.Ct))!;
    }
}
