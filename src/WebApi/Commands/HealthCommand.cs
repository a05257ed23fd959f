using System.Globalization;

namespace VpsPanel.WebApi.Commands;

/// <summary><c>health</c>: 0 when the service on this machine is ready, 1 when not. Builds nothing of the service, so that containers may ask often.</summary>
internal static class HealthCommand
{
    private const string DefaultPort = "8080";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> Run()
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(Address(Environment.GetEnvironmentVariable("ASPNETCORE_URLS"), Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS")));
            Console.WriteLine(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    /// <summary>Of the first plain address; one that stands for every address of the machine is asked on the loopback.</summary>
    internal static Uri Address(string? urls, string? ports)
    {
        var url = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(one => one.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
        if (url is null)
            return new Uri($"http://127.0.0.1:{ports?.Split(';')[0] ?? DefaultPort}/health/ready");

        foreach (var any in new[] { "http://+", "http://*", "http://0.0.0.0", "http://[::]" })
        {
            if (url.StartsWith(any, StringComparison.OrdinalIgnoreCase))
                url = "http://127.0.0.1" + url[any.Length..];
        }

        return new Uri(new Uri(url), "/health/ready");
    }
}
