using System.Net;
using Npgsql;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

/// <summary>While the views are behind the log, a withheld thing and a missing one are still one answer: both wait for the same place in the log.</summary>
public sealed class LaggingViewsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Owner = "imigrasi.batam";
    private const string Stranger = "polri.barelang";

    // Less than what a decision waits for the views; a missing thing that does not wait answers in a hundredth of it.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_audience_of_a_withheld_thing_and_of_a_missing_one_cannot_be_known_yet()
    {
        var report = (await api.Ask(Owner, "POST", "/api/v1/intelligence", Report))["id"]!.ToString();
        await api.Settle();
        await using var held = await Hold();
        await api.Ask(Owner, "POST", "/api/v1/cases", Told.Case());
        var answers = await Task.WhenAll(new[] { report, Missing() }.Select(id => Answer("GET", $"/api/v1/sharing/{id}", null)));
        answers[0].Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answers[1].ShouldBe(answers[0]);
    }

    [Fact]
    public async Task A_command_on_a_withheld_thing_and_on_a_missing_one_is_answered_when_the_views_are_there()
    {
        var handoff = (await api.Ask(Owner, "POST", "/api/v1/handoffs/protection", ToProtection))["id"]!.ToString();
        await api.Settle();
        Task<(HttpStatusCode, string)>[] asked;
        await using (await Hold())
        {
            await api.Ask(Owner, "POST", "/api/v1/cases", Told.Case());
            asked = [.. new[] { handoff, Missing() }.Select(id => Answer("PUT", $"/api/v1/handoffs/{id}/acceptance", """{"registerNumber":"LP/9"}"""))];
            var moment = Task.Delay(Moment, ApiFixture.Ct);
            (await Task.WhenAny([moment, .. asked])).ShouldBe(moment, "neither is answered before the views have seen the log");
        }
        var answers = await Task.WhenAll(asked);
        answers[0].Item1.ShouldBe(HttpStatusCode.NotFound);
        answers[1].ShouldBe(answers[0]);
    }

    private const string Report = """
        {"title":"Penampungan","summary":"Rumah di Nagoya","sourceGrade":"B","informationGrade":2,"envelope":{"marking":"T","audience":["originator"]}}
        """;

    private const string ToProtection = """
        {"subject":{"name":"Melati","passport":"ZZ0000031"},"to":{"agency":"BP3MI","unit":"BP3MI-KEPRI","desk":"PELINDUNGAN"},"recordNumber":"BAST/31/2026",
         "summary":"Dicegah di pelabuhan."}
        """;

    private static string Missing() => Guid.CreateVersion7().ToString();

    private async Task<(HttpStatusCode Status, string Body)> Answer(string method, string path, string? json)
    {
        using var response = await api.Send(Stranger, method, path, json);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(ApiFixture.Ct));
    }

    /// <summary>No line is added to a timeline until it is disposed; what is there is read as ever.</summary>
    private async Task<Held> Hold()
    {
        var connection = await api.Database.Owner.OpenConnectionAsync(ApiFixture.Ct);
        var transaction = await connection.BeginTransactionAsync(ApiFixture.Ct);
        await using var command = new NpgsqlCommand("lock table readmodel.case_timeline in exclusive mode", connection, transaction);
        await command.ExecuteNonQueryAsync(ApiFixture.Ct);
        return new(connection, transaction);
    }

    private sealed record Held(NpgsqlConnection Connection, NpgsqlTransaction Transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
