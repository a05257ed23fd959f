using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users;

public interface IUsers : IRepository<User, UserId>
{
    /// <summary>By username or e-mail address, without regard to case. A copy to look at: changes to it are not stored.</summary>
    Task<User?> FindByLogin(string login, CancellationToken ct);

    /// <summary>Whether somebody else has the name or the address, in either place.</summary>
    Task<bool> IsTaken(string login, UserId besides, CancellationToken ct);

    /// <summary>The admin with the lowest id, who may do everything; null before the installation.</summary>
    Task<UserId?> PrimaryAdmin(CancellationToken ct);
}
