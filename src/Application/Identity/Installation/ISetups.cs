using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Installation;

namespace VpsPanel.Application.Identity.Installation;

public interface ISetups : IRepository<Setup, SetupId>
{
    /// <summary>The one row, held; null before it is announced.</summary>
    Task<Setup?> TakeOnly(CancellationToken ct);
}
