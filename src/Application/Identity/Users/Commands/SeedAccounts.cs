using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users.Commands;

/// <summary>The two people of the demo; does nothing once there is an administrator.</summary>
public sealed record SeedAccounts(string Password) : ICommand;

internal sealed class SeedAccountsHandler(
    IUsers users, DefaultPermissionGroups groups, IPasswordHasher passwords)
    : ICommandHandler<SeedAccounts>
{
    public async Task<Result> Handle(SeedAccounts command, CancellationToken ct)
    {
        if (await users.PrimaryAdmin(ct) is not null)
            return Result.Success;

        var group = await groups.ForFirstAdmin(ct);
        await users.Add(User.Appoint("admin", "admin@example.com", passwords.Hash(command.Password), group), ct);
        await users.Add(User.Register("user", "user@example.com", passwords.Hash(command.Password)), ct);
        return Result.Success;
    }
}
