using Coordination.Host.CommandLine;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.CommandLine;

/// <summary>The address of a server, as operators type it.</summary>
public sealed class AddressOptionTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("https://server.example/", true)]
    [InlineData("server.example", false)]
    [InlineData("ftp://server.example", false)]
    public void A_server_is_named_by_its_address(string typed, bool taken)
    {
        ReplayVerb.Command().Parse(["story.json", "--server", typed]).Errors.Any().ShouldBe(!taken);
        WitnessVerb.Command().Parse(["--server", typed, "--state", "s", "--key", "k", "--user", "u"]).Errors.Any().ShouldBe(!taken);
    }

    [Fact]
    public void A_story_is_told_to_this_machine_when_no_server_is_named() =>
        ReplayVerb.Command().Parse(["story.json"]).GetValue<Uri>("--server").ShouldBe(new Uri("http://127.0.0.1:5080"));
}
