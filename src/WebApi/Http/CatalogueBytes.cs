using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog.Queries;
using VpsPanel.Domain.Catalog;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// The catalogue as it goes over the wire, which is asked for far more often than it changes. A change on this node is seen by the
/// next request, one on another node a few seconds later.
/// </summary>
internal sealed class CatalogueBytes(IServiceScopeFactory scopes, IOptions<JsonOptions> json, TimeProvider clock)
    : ICommitListener, IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _loading = new(1);
    private Entry? _entry;
    private int _changes;

    public void Committed(IReadOnlyList<CommittedEvent> events)
    {
        if (events.Any(happened => happened.Event is CatalogueChanged))
            Interlocked.Increment(ref _changes);
    }

    public ValueTask<ReadOnlyMemory<byte>> Get(CancellationToken ct) => Fresh() is { } known ? new(known.Json) : new(Load(ct));

    public void Dispose() => _loading.Dispose();

    private Entry? Fresh() => Volatile.Read(ref _entry) is { } entry
        && entry.Changes == Volatile.Read(ref _changes)
        && entry.Until > clock.GetUtcNow()
            ? entry
            : null;

    private async Task<ReadOnlyMemory<byte>> Load(CancellationToken ct)
    {
        await _loading.WaitAsync(ct);
        try
        {
            if (Fresh() is { } loaded)
                return loaded.Json;

            // Counted before the read: a change that is committed during the read makes this entry stale at once.
            var (changes, until) = (Volatile.Read(ref _changes), clock.GetUtcNow() + Age);
            var entry = new Entry(await Read(ct), changes, until);
            Volatile.Write(ref _entry, entry);
            return entry.Json;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<byte[]> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var catalogue = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReadCatalogue(), ct);
        var shape = (JsonTypeInfo<CatalogueView>)json.Value.SerializerOptions.GetTypeInfo(typeof(CatalogueView));
        return JsonSerializer.SerializeToUtf8Bytes(catalogue.Value, shape);
    }

    private sealed record Entry(byte[] Json, int Changes, DateTimeOffset Until);
}

internal static class CatalogueBytesSetup
{
    public static void AddCatalogueBytes(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueBytes>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<CatalogueBytes>());
    }
}
