using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Endpoints.Admin;

/// <summary>Which rows a bulk call is about.</summary>
public sealed record IdsBody(IReadOnlyList<long>? Ids = null)
{
    internal IEnumerable<TId> Of<TId>()
        where TId : struct, IId<TId> => (Ids ?? []).Select(TId.From);
}
