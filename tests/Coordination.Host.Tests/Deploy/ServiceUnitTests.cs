using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Deploy;

public sealed class ServiceUnitTests
{
    [Fact]
    public async Task The_unit_is_one_that_systemd_understands()
    {
        var directory = Directory.CreateTempSubdirectory("unit-").FullName;
        var unit = Path.Combine(directory, "coordination.service");
        // Where the tests run nothing is installed; that the program is missing is not what this is about.
        var text = await File.ReadAllTextAsync(Shell.Deploy("coordination.service"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            unit, text.Replace("/opt/coordination/Coordination.Host", "/bin/true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, output) = await Shell.Run(null, "systemd-analyze", "verify", "--man=no", unit);
        Directory.Delete(directory, recursive: true);
        // It warns about directives it does not know, and still says 0.
        output.ShouldBe("");
        code.ShouldBe(0);
    }

    [Fact]
    public async Task The_sandbox_of_the_unit_leaves_an_exposure_of_two_at_most()
    {
        var (code, output) = await Shell.Run(
            null, "systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", Shell.Deploy("coordination.service"));
        code.ShouldBe(0, output);
    }
}
