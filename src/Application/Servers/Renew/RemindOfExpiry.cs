using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>Reminds the owner of the end of their VPS, unless they were or has renewed it meanwhile.</summary>
internal sealed record RemindOfExpiry(VpsId Id, TimeSpan Ahead) : ICommand;

internal sealed class RemindOfExpiryHandler(IVpsRepository vpsRepository, TimeProvider clock) : ICommandHandler<RemindOfExpiry>
{
    public async Task<Result> Handle(RemindOfExpiry command, CancellationToken ct)
    {
        (await vpsRepository.FindForUpdate(command.Id, ct))?.Remind(command.Ahead, clock.GetUtcNow());
        return Result.Success;
    }
}
