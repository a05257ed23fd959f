using System.Globalization;
using System.Runtime.InteropServices;
using VpsPanel.Application.Platform.ServerStatus.Queries;

namespace VpsPanel.Infrastructure.Health;

/// <summary>Reads /proc on Linux; elsewhere what the runtime knows.</summary>
internal sealed class ServerProbe(TimeProvider clock) : IServerProbe
{
    private static readonly TimeSpan CpuSample = TimeSpan.FromMilliseconds(200);

    public async Task<ServerStatus> Measure(CancellationToken ct)
    {
        var (memTotal, memUsed) = Memory();
        var (diskTotal, diskUsed) = Disk();
        var (memPercent, diskPercent) = (Percent(memUsed, memTotal), Percent(diskUsed, diskTotal));
        return new ServerStatus(
            Environment.MachineName, OsName(), PlatformName(), Environment.OSVersion.Version.ToString(), Environment.TickCount64 / 1000,
            CpuModel(), Environment.ProcessorCount, await CpuUsage(ct), memTotal, memUsed, memPercent, memPercent, diskTotal, diskUsed,
            diskPercent, diskPercent);
    }

    private static string OsName() =>
        OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "other";

    private static string PlatformName() =>
        Lines("/etc/os-release").FirstOrDefault(line => line.StartsWith("PRETTY_NAME=", StringComparison.Ordinal)) is { } line
            ? line["PRETTY_NAME=".Length..].Trim('"')
            : RuntimeInformation.OSDescription;

    private static string CpuModel() =>
        Lines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static (long Total, long Used) Memory()
    {
        var kilobytes = Lines("/proc/meminfo").Select(line => line.Split([':', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length >= 2 && parts[0] is "MemTotal" or "MemAvailable")
            .ToDictionary(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture));
        if (kilobytes.TryGetValue("MemTotal", out var total) && kilobytes.TryGetValue("MemAvailable", out var available))
            return (total * 1024, (total - available) * 1024);

        var memory = GC.GetGCMemoryInfo();
        return (memory.TotalAvailableMemoryBytes, memory.MemoryLoadBytes);
    }

    private static (long Total, long Used) Disk()
    {
        var root = new DriveInfo(Path.GetPathRoot(AppContext.BaseDirectory)!);
        return (root.TotalSize, root.TotalSize - root.AvailableFreeSpace);
    }

    private async Task<double> CpuUsage(CancellationToken ct)
    {
        if (CpuTimes() is not { } before)
            return 0;

        await Task.Delay(CpuSample, clock, ct);
        var after = CpuTimes() ?? before;
        return Percent(after.Busy - before.Busy, after.All - before.All);
    }

    private static (long Busy, long All)? CpuTimes()
    {
        if (Lines("/proc/stat").FirstOrDefault() is not { } line)
            return null;

        // user nice system idle iowait irq softirq steal; guest time is part of user time.
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
            .Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToList();
        var idle = ticks[3] + ticks[4];
        return (ticks.Sum() - idle, ticks.Sum());
    }

    private static double Percent(long part, long whole) =>
        whole <= 0 ? 0 : Math.Round(Math.Clamp(100.0 * part / whole, 0, 100), 2, MidpointRounding.AwayFromZero);

    private static IEnumerable<string> Lines(string path) => File.Exists(path) ? File.ReadLines(path) : [];
}
