namespace VpsPanel.Application.Servers.Upstream;

public enum PowerMove
{
    Start,
    Shutdown,
    Reboot,
}
