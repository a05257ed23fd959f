using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// Sends traces and metrics to an OTLP collector over HTTP when <c>Otlp:Endpoint</c> names one, such as <c>http://collector:4318</c>.
/// The sources are those that the framework, the driver and the scheduler bring themselves.
/// </summary>
internal sealed class Telemetry(Uri endpoint) : IHostedService, IDisposable
{
    // Not System.Net.Http: each export is such a call, and would ask for another export.
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql"];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("vpspanel", serviceVersion: Product.Version);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources)
            .AddOtlpExporter(exporter => Aim(exporter, "v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters)
            .AddOtlpExporter(exporter => Aim(exporter, "v1/metrics")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush();
        _metrics?.ForceFlush();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Aim(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(endpoint, path);
    }
}

internal static class TelemetrySetup
{
    /// <exception cref="InvalidOperationException">The endpoint is no absolute address.</exception>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var text = configuration["Otlp:Endpoint"];
        if (string.IsNullOrWhiteSpace(text))
            return;

        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var endpoint))
            throw new InvalidOperationException("Otlp:Endpoint is no address.");

        services.AddSingleton<IHostedService>(new Telemetry(endpoint));
    }
}
