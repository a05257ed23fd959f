using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Protocol.Actions;

namespace VpsPanel.AutomationSimulator.Protocol;

internal enum Source
{
    Query,
    Form,
}

internal delegate Reply Act(HostPool pool, CallRequest call, BootPlan boot);

/// <param name="Name">Last segment of the path.</param>
/// <param name="Method">The only method it takes.</param>
/// <param name="Source">The only place it reads parameters from: two POST calls carry everything in the query.</param>
/// <param name="Run">What it does.</param>
/// <param name="ChecksKey">The panel call proves itself with the host's own password instead.</param>
internal sealed record SimulatedAction(string Name, string Method, Source Source, Act Run, bool ChecksKey = true);

internal static class ActionTable
{
    private static readonly Dictionary<string, SimulatedAction> All = new SimulatedAction[]
    {
        new("create_host", "POST", Source.Query, CreateAction.Create),
        new("hostinfo", "POST", Source.Form, InfoActions.Info),
        new("hostlist", "GET", Source.Query, InfoActions.List),
        new("monitor", "POST", Source.Form, InfoActions.Monitor),
        new("elastic_update", "POST", Source.Query, ChangeActions.Resize),
        new("renew", "POST", Source.Form, ChangeActions.Renew),
        new("lock", "POST", Source.Form, ChangeActions.Lock),
        new("unlock", "POST", Source.Form, ChangeActions.Unlock),
        new("delete", "POST", Source.Form, ChangeActions.Delete),
        new("reset_password", "POST", Source.Form, ChangeActions.ResetPassword),
        new("start", "POST", Source.Form, PowerActions.Start),
        new("shutdown", "POST", Source.Form, PowerActions.Shutdown),
        new("reboot", "POST", Source.Form, PowerActions.Start),
        new("reset_os", "POST", Source.Form, PowerActions.Reinstall),
        new("snapshot_list", "POST", Source.Form, CopyActions.Snapshots.List),
        new("snapshot_add", "POST", Source.Form, CopyActions.Snapshots.Add),
        new("snapshot_del", "POST", Source.Form, CopyActions.Snapshots.Remove),
        new("snapshot_restore", "POST", Source.Form, CopyActions.Snapshots.Restore),
        new("backups_list", "POST", Source.Form, CopyActions.Backups.List),
        new("backups_add", "POST", Source.Form, CopyActions.Backups.Add),
        new("backups_del", "POST", Source.Form, CopyActions.Backups.Remove),
        new("backups_restore", "POST", Source.Form, CopyActions.Backups.Restore),
        new("security_acl_list", "GET", Source.Query, AclActions.List),
        new("security_acl_add", "POST", Source.Form, AclActions.Add),
        new("security_acl_del", "POST", Source.Form, AclActions.Remove),
        new("nat_acl_list", "GET", Source.Query, PortActions.List),
        new("add_port_host", "POST", Source.Form, PortActions.Add),
        new("remove_port_host", "POST", Source.Form, PortActions.Remove),
        new("findport", "GET", Source.Query, PortActions.FindFree),
        new("panel", "POST", Source.Form, PageActions.Panel, ChecksKey: false),
        new("vnc_view", "POST", Source.Form, PageActions.Vnc),
        new("area_list", "GET", Source.Query, CatalogActions.Areas),
        new("line", "GET", Source.Query, CatalogActions.Lines),
        new("product", "GET", Source.Query, CatalogActions.Products),
        new("mirror_image", "GET", Source.Query, CatalogActions.Images),
    }.ToDictionary(action => action.Name);

    internal static SimulatedAction? Find(string name) => All.GetValueOrDefault(name);
}
