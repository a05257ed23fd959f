namespace VpsPanel.Domain.Proxies.Traffic;

/// <summary>What a node counted for one subscription since it booted.</summary>
/// <param name="BootId">Another one after every start of the node's counters.</param>
/// <param name="Sequence">Grows with every report of the boot.</param>
/// <param name="UploadBytes">0 to <see cref="TrafficCounter.MaxBytes"/>.</param>
/// <param name="DownloadBytes">Likewise.</param>
public sealed record TrafficReading(string BootId, long Sequence, long UploadBytes, long DownloadBytes);
