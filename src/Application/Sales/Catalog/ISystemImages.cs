using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

public interface ISystemImages : IRepository<SystemImage, SystemImageId>
{
    /// <summary>By the upstream's number of the image, which is above 0.</summary>
    Task<SystemImage?> FindByImage(long imageId, CancellationToken ct);

    Task<IReadOnlyList<SystemImage>> ListOnLine(long lineId, CancellationToken ct);

    Task<IReadOnlyList<SystemImage>> ListAll(CancellationToken ct);
}
