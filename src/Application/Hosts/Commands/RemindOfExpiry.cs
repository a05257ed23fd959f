using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>Reminds the owner of the end of his VPS, unless he was or has renewed it meanwhile.</summary>
internal sealed record RemindOfExpiry(VpsId Id, TimeSpan Ahead) : ICommand;

internal sealed class RemindOfExpiryHandler(IVpsStore servers, TimeProvider clock) : ICommandHandler<RemindOfExpiry>
{
    public async Task<Result> Handle(RemindOfExpiry command, CancellationToken ct)
    {
        (await servers.FindForUpdate(command.Id, ct))?.Remind(command.Ahead, clock.GetUtcNow());
        return Result.Success;
    }
}
