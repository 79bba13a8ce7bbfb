using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Coordination.Host.Telemetry;
using Microsoft.Extensions.Logging;

namespace Coordination.Host.Tests.Asvs;

/// <summary>Hears all that leaves the process besides its answers: log lines with everything attached to them, spans and the tags of measurements.</summary>
internal sealed class Listening : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _logs = new();
    private readonly ConcurrentDictionary<string, byte> _telemetry = new(StringComparer.Ordinal);
    private readonly ActivityListener _spans;
    private readonly MeterListener _measurements = new();

    public Listening()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => TelemetryModule.Sources.Contains(source.Name, StringComparer.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = (instrument, listener) =>
        {
            if (TelemetryModule.Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _measurements.SetMeasurementEventCallback<long>((i, _, tags, _) => Hear(i, tags));
        _measurements.SetMeasurementEventCallback<int>((i, _, tags, _) => Hear(i, tags));
        _measurements.SetMeasurementEventCallback<double>((i, _, tags, _) => Hear(i, tags));
        _measurements.Start();
    }

    public IReadOnlyList<string> Logs => [.. _logs];

    public IReadOnlyList<string> Telemetry => [.. _telemetry.Keys];

    public ILogger CreateLogger(string categoryName) => new Ear(categoryName, _logs);

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
    }

    private void Hear(Activity span)
    {
        var said = span.TagObjects.Concat(span.Events.SelectMany(e => e.Tags)).Select(tag => $"{tag.Key}={tag.Value}")
            .Concat(span.Baggage.Select(item => $"{item.Key}={item.Value}"));
        _telemetry.TryAdd($"{span.Source.Name} {span.DisplayName} {span.StatusDescription} {string.Join(' ', said)}", 0);
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var said = new List<string>();
        foreach (var tag in tags)
            said.Add($"{tag.Key}={tag.Value}");
        _telemetry.TryAdd($"{instrument.Name} {string.Join(' ', said)}", 0);
    }

    private sealed class Ear(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var attached = state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => $"{v.Key}={v.Value}")) : "";
            lines.Enqueue($"{category}|{formatter(state, exception)}|{attached}|{exception}");
        }
    }
}

/// <summary>A Host of the API's tests that is listened to from its first request.</summary>
public sealed class ListenedFixture : Xunit.IAsyncLifetime
{
    internal Api.ApiFixture Api { get; } = new();

    internal Listening Heard { get; } = new();

    public async ValueTask InitializeAsync()
    {
        // As when a collector is named: only then the framework fills its spans.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        await Api.InitializeAsync();
        ((ILoggerFactory)Api.Host.Services.GetService(typeof(ILoggerFactory))!).AddProvider(Heard);
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        Heard.Dispose();
    }
}
