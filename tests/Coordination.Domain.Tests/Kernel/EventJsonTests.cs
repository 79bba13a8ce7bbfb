using System.Text.Json;
using Coordination.Domain.Handoffs;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Shouldly;
using Xunit;

namespace Coordination.Domain.Tests.Kernel;

public sealed class EventJsonTests
{
    [Theory]
    [InlineData("""{"reason":"x","raeson":"y"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"reason":null}""")]
    [InlineData("""{"reason":1}""")]
    [InlineData("""{"reason":"x","reason":"y"}""")]
    [InlineData("""{"Reason":"x"}""")]
    public void A_body_that_does_not_fit_is_not_taken_in(string body) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<HandoffWithdrawn>(body, EventJson.Intake));

    [Theory]
    [InlineData("""{"missing":[null],"reason":"x"}""")]
    [InlineData("""{"missing":[{"description":null}],"reason":"x"}""")]
    public void There_is_no_null_where_something_must_be(string body) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<HandoffReturned>(body, EventJson.Intake));

    [Fact]
    public void There_is_no_null_among_texts() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<HandoffAccepted>("""{"despiteOpenItems":[null]}""", EventJson.Intake));

    [Fact]
    public void An_enum_is_a_word_and_never_a_number() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<ApplicationChannel>("0", EventJson.Intake));

    [Fact]
    public void A_node_of_the_previous_version_reads_what_a_newer_one_wrote() =>
        JsonSerializer.Deserialize<HandoffWithdrawn>("""{"reason":"x","since":"v2"}""", EventJson.Stored).ShouldBe(new HandoffWithdrawn("x"));

    [Fact]
    public void Names_derive_the_same_id_everywhere() =>
        DeterministicId.From("IMIGRASI/KANIM-BATAM/passport_application/A-1").ShouldBe(new Guid("32a0ba67-69f5-5920-80bc-27f0362da33d"));
}
