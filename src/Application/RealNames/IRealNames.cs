using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.RealNames;

namespace VpsPanel.Application.RealNames;

public interface IRealNames : IRepository<RealNameRecord, RealNameRecordId>
{
    /// <summary>The record that counts.</summary>
    Task<RealNameRecord?> Latest(UserId user, CancellationToken ct);
}
