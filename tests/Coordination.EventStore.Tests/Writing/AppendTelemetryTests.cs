using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Coordination.Testing;
using Shouldly;
using Xunit;
using static Coordination.EventStore.Tests.Writing.Things;

namespace Coordination.EventStore.Tests.Writing;

public sealed class AppendTelemetryTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Appends_are_counted_by_verdict_and_nothing_waits_at_the_end()
    {
        var verdicts = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "Coordination.EventStore") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            if (instrument.Name == "coordination.append.requests") verdicts.Add((string)tags[0].Value!);
        });
        listener.Start();
        await using var log = database.Log();
        var stream = NewStream();

        await log.Append(One(stream, 0), Ct);
        await log.Append(One(stream, 0), Ct);
        await log.Append(One(stream, 7), Ct);

        // Other tests of this process count too.
        foreach (var expected in new[] { "appended", "stream_exists", "version_conflict" }) verdicts.ShouldContain(expected);
    }
}
