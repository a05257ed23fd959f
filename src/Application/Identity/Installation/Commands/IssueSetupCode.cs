using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Installation;

namespace VpsPanel.Application.Identity.Installation.Commands;

/// <summary>Makes the code that was just logged the one that works. False when there is an administrator already.</summary>
public sealed record IssueSetupCode(string Code) : ICommand<bool>;

internal sealed class IssueSetupCodeHandler(ISetups setups, IUsers users) : ICommandHandler<IssueSetupCode, bool>
{
    public async Task<Result<bool>> Handle(IssueSetupCode command, CancellationToken ct)
    {
        if (await users.PrimaryAdmin(ct) is not null)
            return false;

        var hash = Hashes.OfToken(command.Code);
        if (await setups.TakeOnly(ct) is { } setup)
            setup.ReplaceCode(hash);
        else
            await setups.Add(Setup.Open(hash), ct);

        return true;
    }
}
