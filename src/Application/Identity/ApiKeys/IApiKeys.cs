using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.ApiKeys;

namespace VpsPanel.Application.Identity.ApiKeys;

public interface IApiKeys : IRepository<ApiKey, ApiKeyId>
{
    Task<ApiKey?> FindByHash(string hash, CancellationToken ct);
}
