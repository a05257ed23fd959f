namespace VpsPanel.Domain.Proxies.Nodes;

public enum NodeMove
{
    Connect,
    Disconnect,
    Maintain,
    Disable,
}
