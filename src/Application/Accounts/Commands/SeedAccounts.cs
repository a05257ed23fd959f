using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Commands;

/// <summary>The two people of the demo; does nothing once there is an administrator.</summary>
public sealed record SeedAccounts(string Password) : ICommand;

internal sealed class SeedAccountsHandler(IUsers users, SeedGroups groups, IPasswords passwords) : ICommandHandler<SeedAccounts>
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
