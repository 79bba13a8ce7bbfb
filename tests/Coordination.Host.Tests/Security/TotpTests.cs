using System.Text;
using Coordination.Host.Security.SecondFactor;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Security;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the rows of SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_vectors_of_the_RFC_come_out(long seconds, string code) =>
        Totp.Code(Secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8).ShouldBe(code);

    [Fact]
    public void A_code_of_the_neighbouring_step_is_known_and_one_further_off_is_not()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        var step = Totp.StepOf(now);
        Totp.Match(Secret, Totp.Code(Secret, step - 1), now).ShouldBe(step - 1);
        Totp.Match(Secret, Totp.Code(Secret, step + 1), now).ShouldBe(step + 1);
        Totp.Match(Secret, Totp.Code(Secret, step - 2), now).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, step + 2), now).ShouldBeNull();
    }

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_secret_is_written_in_base_32_and_read_back(string text, string written)
    {
        Totp.ToBase32(Encoding.ASCII.GetBytes(text)).ShouldBe(written);
        Totp.FromBase32(written).ShouldBe(Encoding.ASCII.GetBytes(text));
    }
}
