using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.RealNames;

namespace VpsPanel.Application.Identity.RealNames;

public interface IRealNames : IRepository<RealNameRecord, RealNameRecordId>
{
    /// <summary>The record that counts.</summary>
    Task<RealNameRecord?> Latest(UserId user, CancellationToken ct);
}
