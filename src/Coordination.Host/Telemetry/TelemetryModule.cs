using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Coordination.Host.Telemetry;

/// <summary>Traces, metrics and logs over OTLP, when a collector is named; otherwise nothing is collected and nothing is sent.</summary>
/// <remarks>What is named here holds routes, ids, counts and durations. Bodies, names and telephone numbers never reach a log or a span.</remarks>
internal sealed class TelemetryModule : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    internal static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "Coordination.EventStore", "Coordination.Host"];
    internal static readonly string[] Meters = [.. Sources, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    private TelemetryModule(TracerProvider? traces, MeterProvider? metrics)
    {
        _traces = traces;
        _metrics = metrics;
    }

    private static bool IsWanted => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint));

    public static void AddLogs(ILoggingBuilder logging)
    {
        if (IsWanted)
            logging.AddOpenTelemetry(options => options.SetResourceBuilder(Resource()).AddOtlpExporter());
    }

    public static TelemetryModule Start()
    {
        if (!IsWanted)
            return new TelemetryModule(null, null);
        // ASP.NET Core 10 fills the standard tags itself only when asked.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        return new TelemetryModule(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource()).AddSource(Sources).AddOtlpExporter().Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource())
                .AddMeter(Meters)
                .AddOtlpExporter().Build());
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static ResourceBuilder Resource() => ResourceBuilder.CreateDefault().AddService(
        "coordination", serviceVersion: typeof(TelemetryModule).Assembly.GetName().Version?.ToString(3), serviceInstanceId: Environment.MachineName);
}
