using System.Net;
using System.Text.Json.Nodes;
using Coordination.Host.CommandLine;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Integrity;

/// <summary>Promise: a running Host finds what was done behind its back, says which row, stops signing and turns red; and settles it when it is undone.</summary>
public sealed class SelfAuditTests(LogFixture world) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task An_altered_row_is_named_and_no_head_is_signed_until_it_is_put_back()
    {
        var position = (long)(await world.OpenCase())["position"]!;
        await world.Checkpoint(position);
        (await Ready()).Status.ShouldNotBe("log_altered");
        await world.Sql($"""
            create table public.kept as select * from public.mt_events where seq_id = {position};
            update public.mt_events set user_name = 'orang.lain' where seq_id = {position}
            """);
        await LogFixture.Until(async () => (await Audit())["finding"] is not null, "the self-audit finds it");
        var finding = (await Audit())["finding"]!.ToString();
        finding.ShouldContain($"Position {position}, stream");
        finding.ShouldContain("what differs: user_name");
        (await Ready()).ShouldBe((HttpStatusCode.ServiceUnavailable, "log_altered"));

        var more = (long)(await world.OpenCase())["position"]!; // the work goes on
        await LogFixture.Until(async () => (long)(await world.Status())["position"]! >= more, "it is sealed all the same");
        ((long)(await world.Status())["head"]!["position"]!).ShouldBeLessThan(more);

        await world.Sql("update public.mt_events e set user_name = k.user_name from public.kept k where k.seq_id = e.seq_id; drop table public.kept");
        await LogFixture.Until(async () => (await Audit())["finding"] is null && (await Audit())["refusal"] is null, "it is settled");
        await world.Checkpoint(more);
        (await Ready()).Status.ShouldNotBe("log_altered");
    }

    [Fact]
    public async Task The_event_that_the_demos_tampering_alters_is_named_until_it_is_put_back()
    {
        await world.OpenCase();
        var position = (await TamperVerb.Alter(world.Api.Database.Owner, ApiFixture.Ct)).ShouldNotBeNull();
        await LogFixture.Until(async () => (await Audit())["finding"] is not null, "the self-audit finds it");
        (await Audit())["finding"]!.ToString().ShouldSatisfyAllConditions(
            finding => finding.ShouldContain($"Position {position}, stream"), finding => finding.ShouldContain("what differs: user_name"));
        (await TamperVerb.Undo(world.Api.Database.Owner, ApiFixture.Ct)).ShouldBe(1);
        await LogFixture.Until(async () => (await Audit())["finding"] is null, "it is settled");
    }

    private async Task<JsonNode> Audit() => (await world.Status())["audit"]!;

    private async Task<(HttpStatusCode Code, string Status)> Ready()
    {
        using var response = await world.Api.Http.GetAsync("/health/ready", ApiFixture.Ct);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(ApiFixture.Ct))!["status"]!.ToString());
    }
}
