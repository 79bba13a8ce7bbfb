using System.Net;
using System.Text.Json.Nodes;
using Coordination.Domain;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

public sealed class FuzzTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Junk =
        ["null", "7", "-1e999", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "true", "\"2026-99-99\"", "[[[[]]]]", "\"'; drop table mt_events; --\"", "{\"a\":{\"a\":{}}}"];

    [Fact]
    public async Task Whatever_stands_in_a_member_of_any_event_the_answer_is_a_verdict()
    {
        var random = new Random(20260209);
        foreach (var entry in Catalogue.Entries.Where(entry => !entry.SystemOnly))
        {
            var batch = Enumerable.Range(0, 20).Select(i =>
            {
                var data = entry.Example();
                var members = entry.Schema["properties"]!.AsObject().Select(property => property.Key).DefaultIfEmpty("x").ToList();
                var member = members[random.Next(members.Count)];
                var junk = Junk[random.Next(Junk.Length)];
                data[member] = "@junk@";
                return Told.Event($"f-{entry.Alias}-{i}", "/imigrasi/batam", $"F-{entry.Alias}-{i}", entry.Alias, "2026-02-09T07:05:00+07:00", (JsonObject)data.DeepClone())
                    .Replace("\"@junk@\"", junk, StringComparison.Ordinal);
            }).ToArray();
            var results = (await api.SendEvents("imigrasi.batam", batch)).AsArray();
            results.Count.ShouldBe(20, entry.Alias);
            results.ShouldAllBe(result => result!["status"]!.ToString() == "accepted" || result["problem"]!["code"]!.ToString().Length > 0, entry.Alias);
        }
    }

    [Theory]
    [InlineData("/api/v1/cases?limit=0")]
    [InlineData("/api/v1/cases?limit=many")]
    [InlineData("/api/v1/cases?after=%00")]
    [InlineData("/api/v1/handoffs?desk=theirs")]
    [InlineData("/api/v1/alerts?caseId=1")]
    public async Task A_parameter_that_cannot_be_read_is_a_bad_request(string path)
    {
        using var response = await api.Send("koordinator", "GET", path);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_operator_sees_status_rebuilds_a_view_and_verifies_the_store()
    {
        await api.SendEvents("imigrasi.atambua", Told.Application("r1", "R-1", "5321010001900051"));
        (await api.Ask("operator", "GET", "/api/v1/admin/status"))["shards"]!.AsArray().Count.ShouldBeGreaterThan(0);
        ((long)(await api.Ask("operator", "POST", "/api/v1/admin/rebuild/CaseTimeline"))["events"]!).ShouldBeGreaterThan(0);
        ((bool)(await api.Ask("operator", "POST", "/api/v1/admin/verify?folds=true"))["sound"]!).ShouldBeTrue();
        using var none = await api.Send("operator", "POST", "/api/v1/admin/rebuild/NoSuchView");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
