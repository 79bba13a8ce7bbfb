using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Conventions;

public sealed partial class RefusalConventionTests
{
    [Fact]
    public void No_two_refusals_share_a_code() => Filled.Refusals.Select(one => one.Refusal.Code).ShouldBeUnique();

    [Fact]
    public void A_code_is_module_and_reason() => Filled.Refusals.Select(one => one.Refusal.Code).ShouldAllBe(code => Code().IsMatch(code));

    [Fact]
    public void A_message_is_a_sentence() =>
        Filled.Refusals.Where(one => !one.Refusal.Message.EndsWith('.')).Select(one => one.Member).ShouldBeEmpty();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\.[a-z0-9_]+$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
