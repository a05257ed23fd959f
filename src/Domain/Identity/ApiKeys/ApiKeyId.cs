using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.ApiKeys;

public readonly record struct ApiKeyId(long Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(long value) => new(value);
}
