using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog.Queries;
using VpsPanel.Domain.Catalog;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http;

/// <summary>The catalogue as it goes over the wire.</summary>
internal sealed class CatalogueBytes(
    IServiceScopeFactory scopes, IOptions<JsonOptions> json, TimeProvider clock) : Remembered<byte[]>(clock)
{
    protected override bool IsTouchedBy(IDomainEvent happened) => happened is CatalogueChanged;

    protected override async Task<byte[]> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var catalogue = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReadCatalogue(), ct);
        var shape = (JsonTypeInfo<CatalogueView>)json.Value.SerializerOptions.GetTypeInfo(typeof(CatalogueView));
        return JsonSerializer.SerializeToUtf8Bytes(catalogue.Value, shape);
    }
}

internal static class CatalogueBytesSetup
{
    public static void AddCatalogueBytes(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueBytes>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<CatalogueBytes>());
    }
}
