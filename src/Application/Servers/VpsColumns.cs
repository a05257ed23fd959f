namespace VpsPanel.Application.Servers;

/// <summary>The columns of <see cref="VpsView"/>, in its order.</summary>
internal static class VpsColumns
{
    public const string Select =
        """
        select v.id, v.user_id, coalesce(v.order_item_id, 0) as order_item_id,
               coalesce(v.automation_instance_id, '') as automation_instance_id, v.name, v.region, v.region_id, v.line_id,
               v.package_id, v.package_name, v.cpu, v.memory_gb, v.disk_gb, v.bandwidth_mbps, v.port_num,
               v.monthly_price_cents as monthly_price, v.spec, v.system_id, v.status, v.automation_state, v.admin_status, v.expire_at,
               v.panel_url_cache, v.sealed_access, v.last_emergency_renew_at, v.created_at, v.updated_at,
               v.host_name, v.identity_lost_at, v.identity_found_name
        from vps v
        """;
}
