namespace VpsPanel.Domain.Servers;

/// <summary>The upstream's numbers for what a VPS does, and what they mean here.</summary>
public static class UpstreamVpsStates
{
    public const int Creating = 0;
    public const int Running = 2;
    public const int Reinstalling = 4;
    public const int Locked = 10;

    private static readonly Dictionary<int, VpsStatus> Table = new()
    {
        [Creating] = VpsStatus.Provisioning,
        [1] = VpsStatus.Provisioning,
        [Running] = VpsStatus.Running,
        [3] = VpsStatus.Stopped,
        [Reinstalling] = VpsStatus.Reinstalling,
        [5] = VpsStatus.ReinstallFailed,
        [Locked] = VpsStatus.Locked,
        [13] = VpsStatus.Provisioning,
    };

    public static VpsStatus StatusOf(int state) => Table.GetValueOrDefault(state, VpsStatus.Unknown);

    /// <summary>The VPS was built and can be handed over.</summary>
    public static bool IsReady(int state) => state is Running or 3 or Locked;

    /// <summary>The VPS will not come up by itself.</summary>
    public static bool IsFailed(int state) => state is 5 or 11;
}
