using Coordination.Domain.Cases;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Coordination.Host.Tests.Pages;

public sealed class LivePageTests(PagesFixture world) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task A_new_entry_is_announced_and_comes_in_when_the_reader_asks()
    {
        var police = await world.SignedIn("polri.barelang");
        await police.GotoAsync($"/kasus/{world.Case}");
        var before = await police.Locator(".tl > li").CountAsync();
        await police.Locator(".tl details.facts summary").First.ClickAsync();

        await world.Tell("koordinator", new CaseMemberAdded("KEMENSOS", "Pendampingan di shelter."), world.Case.Value, Marking.Of(Level.T, Audiences.CaseMembers));

        var news = police.Locator(".live-bar [role=status]");
        await Expect(news).ToContainTextAsync("1 entri baru dari");
        (await police.Locator(".tl > li").CountAsync()).ShouldBe(before); // nothing moved under the reader
        await news.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(police.Locator(".tl > li")).ToHaveCountAsync(before + 1);
        await Expect(police.Locator(".tl details.facts[open]")).ToHaveCountAsync(1); // what was open stays open
        await Expect(news).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_handoff_page_says_that_the_other_side_has_answered()
    {
        var handoff = await world.HandOver();
        var immigration = await world.SignedIn("imigrasi.batam");
        await immigration.GotoAsync($"/serah-terima/{handoff}");
        await world.Tell(
            "polri.barelang", new Domain.Handoffs.HandoffReceived(), handoff,
            new Marking(Level.R, [Audiences.CaseMembers, Audiences.Unit("IMIGRASI", "KANIM-BATAM")], []));
        await Expect(immigration.Locator(".live-bar [role=status]")).ToContainTextAsync("Ada perubahan");
    }
}
