using System.Text;
using Coordination.Host.Intake;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Intake;

public sealed class StructuredEventsTests
{
    private const string Good =
        """{"specversion":"1.0","id":"1","source":"/imigrasi/batam","type":"id.satgas.handoff_received","time":"2026-02-09T07:05:00+07:00","place":"21.71","traceparent":"00-1","data":{}}""";

    [Theory]
    [MemberData(nameof(MalformedEvents.All), MemberType = typeof(MalformedEvents))]
    public void What_is_not_a_CloudEvent_is_told_with_its_place(string json, string code, string where)
    {
        var read = StructuredEvents.ReadOne(Encoding.UTF8.GetBytes(json));
        read.Event.ShouldBeNull();
        read.Fault!.Code.ShouldBe(code);
        if (code is not ("cloudevents.not_json" or "cloudevents.duplicate_key" or "cloudevents.too_deep"))
            read.Fault.Details.ShouldBe([where]);
        read.Fault.Details.Single().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void There_are_at_least_25_kinds_of_malformed_events() => MalformedEvents.All.Count.ShouldBeGreaterThanOrEqualTo(25);

    [Fact]
    public void Attributes_time_and_data_are_read()
    {
        var read = StructuredEvents.ReadOne(Encoding.UTF8.GetBytes(Good)).Event.ShouldNotBeNull();
        read.Time.ShouldBe(new DateTimeOffset(2026, 2, 9, 0, 5, 0, TimeSpan.Zero));
        read.Extension("place").ShouldBe("21.71");
    }

    [Fact]
    public void A_base64_body_is_the_same_as_a_plain_one()
    {
        var read = StructuredEvents.ReadOne(Encoding.UTF8.GetBytes(Good.Replace("\"data\":{}", "\"data_base64\":\"e30=\"", StringComparison.Ordinal)));
        read.Event!.Fingerprint().ShouldBe(StructuredEvents.ReadOne(Encoding.UTF8.GetBytes(Good)).Event!.Fingerprint());
    }

    [Fact]
    public void Spaces_and_tracing_do_not_make_another_event()
    {
        var other = Good.Replace("\"data\":{}", "\"data\": { }", StringComparison.Ordinal).Replace("00-1", "00-2", StringComparison.Ordinal);
        StructuredEvents.ReadOne(Encoding.UTF8.GetBytes(other)).Event!.Fingerprint()
            .ShouldBe(StructuredEvents.ReadOne(Encoding.UTF8.GetBytes(Good)).Event!.Fingerprint());
    }

    [Fact]
    public void One_bad_element_of_a_batch_costs_only_itself()
    {
        var (events, fault) = StructuredEvents.ReadBatch(Encoding.UTF8.GetBytes($"[{Good}, {{\"id\":\"x\",\"id\":\"y\"}}, 7, {Good}]"));
        fault.ShouldBeNull();
        events.Select(read => read.Fault?.Code).ShouldBe([null, "cloudevents.duplicate_key", "cloudevents.not_an_object", null]);
        events[2].Fault!.Details.ShouldBe(["$[2]"]);
    }

    [Fact]
    public void A_batch_holds_at_most_a_thousand()
    {
        Batch(1_000).Fault.ShouldBeNull();
        Batch(1_001).Fault!.Fault!.Code.ShouldBe("cloudevents.batch_too_large");
    }

    [Theory]
    [InlineData("{}", "cloudevents.not_a_batch")]
    [InlineData("[1", "cloudevents.not_json")]
    [InlineData("[] x", "cloudevents.not_json")]
    [InlineData("", "cloudevents.not_json")]
    public void What_is_no_array_is_no_batch(string json, string code) =>
        StructuredEvents.ReadBatch(Encoding.UTF8.GetBytes(json)).Fault!.Fault!.Code.ShouldBe(code);

    [Fact]
    public void Whatever_bytes_come_the_answer_is_an_event_or_a_fault()
    {
        var random = new Random(20260209);
        var seed = Encoding.UTF8.GetBytes($"[{Good}]");
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = seed.ToArray();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var (events, fault) = StructuredEvents.ReadBatch(bytes);
            (fault is not null || events.All(read => read.Event is null != read.Fault is null)).ShouldBeTrue($"iteration {i}");
            _ = StructuredEvents.ReadOne(bytes.AsMemory(1, bytes.Length - 2));
        }
    }

    private static (IReadOnlyList<ReadEvent> Events, ReadEvent? Fault) Batch(int count) =>
        StructuredEvents.ReadBatch(Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat(Good, count)) + "]"));
}
