using System.Net;
using Coordination.Host.Tests.Api;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Pages;

/// <summary>A page that was begun when the store went away.</summary>
public sealed class StoreGoneTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_page_whose_store_goes_away_in_the_middle_says_come_again_under_the_headers_of_every_page()
    {
        using var well = await api.Send("koordinator", "GET", "/kasus");
        well.StatusCode.ShouldBe(HttpStatusCode.OK, "the page is one that works");
        await using var connection = await api.Database.Owner.OpenConnectionAsync(ApiFixture.Ct);
        await using var locking = await connection.BeginTransactionAsync(ApiFixture.Ct);
        // Who asks is still read; what the page shows no longer is, until PostgreSQL gives the question up.
        await using var command = connection.CreateCommand();
        command.CommandText = "lock table readmodel.case_file in access exclusive mode";
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
        using var response = await api.Send("koordinator", "GET", "/kasus");
        var page = await response.Content.ReadAsStringAsync(ApiFixture.Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, page);
        response.Headers.RetryAfter!.ToString().ShouldBe("5");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.TrimEnd().ShouldEndWith("</html>");
        foreach (var name in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy" })
            response.Headers.GetValues(name).ShouldBe(well.Headers.GetValues(name), name);
    }
}
