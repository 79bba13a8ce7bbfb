using Microsoft.Playwright;

namespace Coordination.Host.Tests.Pages;

/// <summary>Pictures of pages for people who judge the look, at two widths, into the folder <c>COORDINATION_SHOTS</c>; nothing is compared, nothing taken without it.</summary>
internal static class Shots
{
    private static string? Folder => Environment.GetEnvironmentVariable("COORDINATION_SHOTS");

    /// <summary>Of the page as it is opened anew.</summary>
    public static async Task Of(IPage page, string path, string name)
    {
        if (Folder is null)
            return;
        await page.GotoAsync(path);
        await Take(page, name);
    }

    /// <summary>Of the page as it stands, with what was typed.</summary>
    public static async Task Take(IPage page, string name)
    {
        if (Folder is not { } folder)
            return;
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
