namespace VpsPanel.Application.Platform.ServerStatus.Queries;

/// <summary>Looks at the machine under this process.</summary>
public interface IServerProbe
{
    Task<ServerStatus> Measure(CancellationToken ct);
}
