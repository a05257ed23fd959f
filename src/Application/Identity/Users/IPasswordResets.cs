using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users;

public interface IPasswordResets : IRepository<PasswordReset, PasswordResetId>
{
    Task<PasswordReset?> FindByHash(string hash, CancellationToken ct);

    /// <summary>Those of the user that can still be used.</summary>
    Task<IReadOnlyList<PasswordReset>> ListOpen(UserId user, CancellationToken ct);
}
