namespace VpsPanel.Application.Servers.Upstream;

/// <summary>A machine that is known, and what the upstream said of it in the same breath.</summary>
internal sealed record MachineSighting(VerifiedMachine Machine, UpstreamVps State);

/// <summary>A machine in the making.</summary>
/// <param name="Machine">Null while the upstream does not say its name: nothing of it may be kept but how far it is.</param>
internal sealed record NewMachine(VerifiedMachine? Machine, UpstreamVps State);
