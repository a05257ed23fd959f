using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.RealNames.Queries;

public sealed record ListRealNameProviders : IQuery<Listing<RealNameProviderView>>;

public sealed record RealNameProviderView(string Key, string Name);

internal sealed class ListRealNameProvidersHandler : IQueryHandler<ListRealNameProviders, Listing<RealNameProviderView>>
{
    public Task<Result<Listing<RealNameProviderView>>> Handle(ListRealNameProviders query, CancellationToken ct) =>
        Task.FromResult<Result<Listing<RealNameProviderView>>>(new Listing<RealNameProviderView>(
            [.. RealNameProvider.All.Select(provider => new RealNameProviderView(provider.Key, provider.Name))]));
}
