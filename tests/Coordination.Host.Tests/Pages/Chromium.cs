using Microsoft.Playwright;

namespace Coordination.Host.Tests.Pages;

/// <summary>One real browser for all tests of this run.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Running = new(Start);

    public static Task<IBrowser> Get() => Running.Value;

    private static async Task<IBrowser> Start()
    {
        var playwright = await Playwright.CreateAsync();
        // What is waited for comes sooner or later; how soon says more about the machine than about the page.
        Assertions.SetDefaultExpectTimeout(30_000);
        return await playwright.Chromium.LaunchAsync(new()
        {
            // The machine's own browser: nothing is downloaded while tests run.
            ExecutablePath = Environment.GetEnvironmentVariable("COORDINATION_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
