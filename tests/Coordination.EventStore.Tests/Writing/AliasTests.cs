using Shouldly;
using Xunit;

namespace Coordination.EventStore.Tests.Writing;

/// <summary>Promise: stored names are those that Marten gives by default.</summary>
public sealed class AliasTests
{
    [Theory]
    [InlineData(typeof(IssueResolved), "issue_resolved")]
    [InlineData(typeof(HTTPRequestReceived), "http_request_received")]
    [InlineData(typeof(OrderV2), "order_v2")]
    [InlineData(typeof(Item2Added), "item_2_added")]
    [InlineData(typeof(Phase1Started), "phase_1_started")]
    [InlineData(typeof(Order_Placed), "order___placed")]
    [InlineData(typeof(Done), "done")]
    public void An_alias_is_the_name_in_snake_case_with_martens_oddities(Type type, string alias) => EventType.AliasOf(type).ShouldBe(alias);

    [Fact]
    public void A_generic_event_has_no_alias() => Should.Throw<ArgumentException>(() => EventType.AliasOf(typeof(List<int>)));

    [Fact]
    public void The_dotnet_name_is_the_full_name_and_the_assembly_without_a_version() =>
        EventType.Of<ThingCounted>().DotnetName.ShouldBe("Coordination.EventStore.Tests.Writing.ThingCounted, Coordination.EventStore.Tests");

    private sealed record IssueResolved;

    private sealed record HTTPRequestReceived;

    private sealed record OrderV2;

    private sealed record Item2Added;

    private sealed record Phase1Started;

    private sealed record Order_Placed;

    private sealed record Done;
}
