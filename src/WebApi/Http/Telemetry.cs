using System.Runtime.CompilerServices;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// Sends traces and metrics to an OTLP collector over HTTP when <c>Otlp:Endpoint</c> names one, such as <c>http://collector:4318</c>, and shows
/// metrics to Prometheus when <c>Metrics:Port</c> is set. With neither, nothing of it is loaded.
/// </summary>
internal static class Telemetry
{
    /// <exception cref="InvalidOperationException">A key cannot be read; the message names it.</exception>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var (collector, scraping) = (Collector(configuration), MetricsAddress.Read(configuration));
        if (collector is not null || scraping is not null)
            Add(services, configuration["Database:Provider"] == "SqlServer", collector, scraping);
    }

    private static Uri? Collector(IConfiguration configuration)
    {
        var text = configuration["Otlp:Endpoint"];
        if (string.IsNullOrWhiteSpace(text))
            return null;

        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
            ? endpoint
            : throw new InvalidOperationException("Otlp:Endpoint must be an http or https address.");
    }

    // Not part of the method above, which would bring the libraries into every start.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(IServiceCollection services, bool isSqlServer, Uri? collector, MetricsAddress? scraping)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("vpspanel", serviceVersion: Product.Version))
            .WithMetrics(metrics =>
            {
                metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                    .AddMeter("Npgsql", "Microsoft.EntityFrameworkCore", "Polly");
                if (collector is not null)
                    metrics.AddOtlpExporter(exporter => Aim(exporter, collector, "v1/metrics"));
                if (scraping is not null)
                    metrics.AddPrometheusExporter();
            });
        if (scraping is not null)
            services.AddHostedService(provider => new MetricsServer(scraping, provider.GetRequiredService<MeterProvider>()));
        if (collector is not null)
            telemetry.WithTracing(traces => Trace(traces, isSqlServer).AddOtlpExporter(exporter => Aim(exporter, collector, "v1/traces")));
    }

    /// <summary>Addresses hold tokens: of subscriptions and links on the way in, of chat services on the way out.</summary>
    private static TracerProviderBuilder Trace(TracerProviderBuilder traces, bool isSqlServer)
    {
        traces.AddAspNetCoreInstrumentation(incoming => incoming.EnrichWithHttpResponse = (activity, response) =>
        {
            var route = (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            activity.SetTag("url.path", route).SetTag("url.query", null);
        });
        traces.AddHttpClientInstrumentation(outgoing => outgoing.EnrichWithHttpRequestMessage = (activity, request) =>
            activity.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Authority)));

        // Npgsql tells of every statement, EF's and Dapper's alike; SQL Server's driver tells nothing.
        return isSqlServer ? traces.AddEntityFrameworkCoreInstrumentation() : traces.AddSource("Npgsql");
    }

    private static void Aim(OtlpExporterOptions exporter, Uri collector, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(collector, path);
    }
}
