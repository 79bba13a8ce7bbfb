using System.Diagnostics;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Api;

public sealed class OpenApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task The_description_passes_the_linter()
    {
        var root = RepositoryRoot();
        var file = Path.Combine(Directory.CreateTempSubdirectory("coordination-openapi-").FullName, "openapi.json");
        await File.WriteAllTextAsync(file, await api.Http.GetStringAsync("/openapi/v1.json", ApiFixture.Ct), ApiFixture.Ct);
        if (!Directory.Exists(Path.Combine(root, "node_modules", "@redocly")))
            (await Run(root, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")).Code.ShouldBe(0);
        var (code, output) = await Run(root, Path.Combine(root, "node_modules", ".bin", "redocly"), "lint", file, "--format=stylish");
        code.ShouldBe(0, output);
        output.ShouldContain("Your API description is valid.");
        output.ShouldNotContain("have 1 warning");
        output.ShouldNotContain("warnings");
    }

    [Fact]
    public async Task It_is_OpenAPI_3_1_and_names_every_route_of_the_contract()
    {
        var document = JsonNode.Parse(await api.Http.GetStringAsync("/openapi/v1.json", ApiFixture.Ct))!;
        document["openapi"]!.ToString().ShouldStartWith("3.1");
        var paths = document["paths"]!.AsObject().Select(path => path.Key).ToList();
        foreach (var path in new[] { "/api/v1/tokens", "/api/v1/catalogue", "/api/v1/events", "/api/v1/cases", "/api/v1/cases/{id}/timeline", "/api/v1/stream" })
            paths.ShouldContain(path);
        foreach (var verb in new[] { "dispatch", "receipt", "acceptance", "return", "supplement", "decline", "withdrawal" })
            paths.ShouldContain($"/api/v1/handoffs/{{id}}/{verb}");
    }

    [Fact]
    public async Task The_page_to_try_it_loads_nothing_from_elsewhere()
    {
        using var response = await api.Http.GetAsync("/docs", ApiFixture.Ct);
        (await response.Content.ReadAsStringAsync(ApiFixture.Ct)).ShouldNotContain("://");
        (await api.Http.GetAsync("/lib/scalar.js", ApiFixture.Ct)).IsSuccessStatusCode.ShouldBeTrue();
    }

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "package-lock.json")))
            directory = directory.Parent;
        return directory.FullName;
    }

    private static async Task<(int Code, string Output)> Run(string directory, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ApiFixture.Ct), process.StandardError.ReadToEndAsync(ApiFixture.Ct));
        await process.WaitForExitAsync(ApiFixture.Ct);
        return (process.ExitCode, string.Concat(output));
    }
}
