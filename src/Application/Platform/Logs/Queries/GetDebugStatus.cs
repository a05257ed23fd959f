using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Logs.Queries;

public sealed record GetDebugStatus : IQuery<DebugStatus>;

public sealed record DebugStatus(bool Enabled);

internal sealed class GetDebugStatusHandler(ISettings settings) : IQueryHandler<GetDebugStatus, DebugStatus>
{
    public async Task<Result<DebugStatus>> Handle(GetDebugStatus request, CancellationToken cancellationToken) =>
        new DebugStatus(await settings.IsOn(DebugSettings.Enabled, cancellationToken));
}
