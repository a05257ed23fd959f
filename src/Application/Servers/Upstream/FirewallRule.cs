namespace VpsPanel.Application.Servers.Upstream;

public sealed record FirewallRule(string Direction, string Protocol, string Method, string Port, string Ip);
