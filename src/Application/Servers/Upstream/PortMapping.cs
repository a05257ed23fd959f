namespace VpsPanel.Application.Servers.Upstream;

/// <param name="PublicPort">Blank lets the upstream choose.</param>
public sealed record PortMapping(string Name, string PublicPort, int HostPort);
