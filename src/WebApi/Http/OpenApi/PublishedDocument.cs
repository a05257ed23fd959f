using Microsoft.OpenApi;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>The API document as it is served: made for the first who asks, and the same until the service ends.</summary>
internal sealed class PublishedDocument(IServiceProvider services)
{
    private readonly Lazy<Task<FixedBody>> _json = new(() => Serialise(
        services, "application/json; charset=utf-8", (document, target) => document.SerializeAsJsonAsync(target, OpenApiSpecVersion.OpenApi3_1)));

    private readonly Lazy<Task<FixedBody>> _yaml = new(() => Serialise(
        services, "text/yaml; charset=utf-8", (document, target) => document.SerializeAsYamlAsync(target, OpenApiSpecVersion.OpenApi3_1)));

    public Task<FixedBody> Json => _json.Value;

    public Task<FixedBody> Yaml => _yaml.Value;

    private static async Task<FixedBody> Serialise(IServiceProvider services, string contentType, Func<OpenApiDocument, Stream, Task> write)
    {
        using var target = new MemoryStream();
        await write(await ApiDocument.Make(services), target);
        return new FixedBody(contentType, target.ToArray());
    }
}
