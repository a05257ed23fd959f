using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.WebApi.Http;

/// <summary>The catalog as it goes over the wire.</summary>
internal sealed class CatalogBytes(
    IServiceScopeFactory scopes, IOptions<JsonOptions> json, TimeProvider clock) : Cached<byte[]>(clock)
{
    protected override bool IsTouchedBy(IDomainEvent happened) => happened is CatalogChanged;

    protected override async Task<byte[]> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var catalog = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetCatalog(), ct);
        var shape = (JsonTypeInfo<CatalogView>)json.Value.SerializerOptions.GetTypeInfo(typeof(CatalogView));
        return JsonSerializer.SerializeToUtf8Bytes(catalog.Value, shape);
    }
}

internal static class CatalogBytesSetup
{
    public static void AddCatalogBytes(this IServiceCollection services)
    {
        services.AddSingleton<CatalogBytes>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<CatalogBytes>());
    }
}
