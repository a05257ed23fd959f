namespace VpsPanel.Application.Servers.Upstream;

/// <summary>How old the look at a machine may be that something is done to.</summary>
internal enum Freshness
{
    /// <summary>At most <see cref="MachineIdentity.Validity"/>: for what can be undone and reveals no secret.</summary>
    Recent,

    /// <summary>Now: for what deletes data, or shows what opens the machine.</summary>
    Now,
}
