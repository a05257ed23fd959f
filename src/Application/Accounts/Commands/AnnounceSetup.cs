using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Commands;

/// <summary>Makes the code that was just logged the one that works. False when there is an administrator already.</summary>
public sealed record AnnounceSetup(string Code) : ICommand<bool>;

internal sealed class AnnounceSetupHandler(ISetups setups, IUsers users) : ICommandHandler<AnnounceSetup, bool>
{
    public async Task<Result<bool>> Handle(AnnounceSetup command, CancellationToken ct)
    {
        if (await users.PrimaryAdmin(ct) is not null)
            return false;

        var hash = Hashes.OfToken(command.Code);
        if (await setups.TakeOnly(ct) is { } setup)
            setup.Announce(hash);
        else
            await setups.Add(Setup.Open(hash), ct);

        return true;
    }
}
