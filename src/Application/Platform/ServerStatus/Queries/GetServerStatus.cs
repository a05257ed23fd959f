using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ServerStatus.Queries;

public sealed record GetServerStatus : IQuery<ServerStatus>;

/// <summary>The machine that this node runs on. Sizes are bytes; usages are percent, each under two names.</summary>
public sealed record ServerStatus(
    string Hostname, string Os, string Platform, string KernelVersion, long UptimeSeconds, string CpuModel, int CpuCores,
    double CpuUsagePercent, long MemTotal, long MemUsed, double MemUsedPercent, double MemUsagePercent, long DiskTotal, long DiskUsed,
    double DiskUsedPercent, double DiskUsagePercent);

internal sealed class GetServerStatusHandler(IServerProbe probe) : IQueryHandler<GetServerStatus, ServerStatus>
{
    public async Task<Result<ServerStatus>> Handle(GetServerStatus request, CancellationToken cancellationToken) =>
        await probe.Measure(cancellationToken);
}
