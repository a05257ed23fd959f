using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using VpsPanel.Application.Platform.Site;
using VpsPanel.Infrastructure.Configuration;

namespace VpsPanel.WebApi.Http;

/// <summary>Section <c>Cors</c> of the configuration.</summary>
internal sealed class CrossOriginOptions
{
    /// <summary>Where a client may be served from besides this host, such as <c>https://console.example.com</c>.</summary>
    public string[] Origins { get; set; } = [];

    /// <summary>Whether each is scheme, host and port and nothing else: what a browser sends, and no wildcard.</summary>
    public bool AreUsable() => Array.TrueForAll(Origins, origin =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase));
}

internal sealed record ClientOrigins(IReadOnlyList<string> All) : IClientOrigins;

/// <summary>
/// Lets clients from configured places call the API. Tokens travel in a header that no foreign page can set, so no cookies are ever
/// allowed along.
/// </summary>
internal static class CrossOrigin
{
    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    public static void AddCrossOrigin(this IServiceCollection services)
    {
        services.AddOptions<CrossOriginOptions>()
            .Configure<IConfiguration>((own, configuration) => own.Origins = [.. ConfiguredList.Read(configuration, "Cors:Origins")])
            .Validate(own => own.AreUsable(), "Cors:Origins are of the form https://host or https://host:port.").ValidateOnStart();
        services.AddSingleton<IClientOrigins>(provider => new ClientOrigins(provider.GetRequiredService<IOptions<CrossOriginOptions>>().Value.Origins));
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<CrossOriginOptions>>((cors, own) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(own.Value.Origins)
            .AllowAnyHeader()
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete)
            .WithExposedHeaders(HeaderNames.RetryAfter, HeaderNames.ContentDisposition, HeaderNames.ETag)
            .SetPreflightMaxAge(PreflightAge)));
    }

    public static void UseCrossOrigin(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<CrossOriginOptions>>().Value.Origins.Length > 0)
            app.UseCors();
    }
}
