namespace VpsPanel.Application.Identity.Users;

/// <summary>What a permission code is called: a whole phrase for an action, the name of the things for a module.</summary>
internal static class PermissionWords
{
    /// <summary>Modules whose things are not simply called by the module's word and an s.</summary>
    private static readonly Dictionary<string, string> Things = new()
    {
        ["admin"] = "administrators", ["api_key"] = "API keys", ["audit_log"] = "audit log", ["automation"] = "automation",
        ["cms_block"] = "page blocks", ["cms_category"] = "content categories", ["cms_post"] = "articles", ["dashboard"] = "dashboard",
        ["debug"] = "debug logs", ["email_template"] = "mail templates", ["line"] = "lines", ["outbox"] = "undelivered events",
        ["payment"] = "payment providers", ["plugin"] = "payment plugins", ["profile"] = "own profile", ["realname"] = "real names",
        ["robot"] = "robot and webhooks", ["security"] = "security", ["security_setting"] = "signing settings", ["server"] = "server", ["smtp"] = "mail server",
        ["system_image"] = "system images", ["upload"] = "uploaded files", ["vps"] = "VPS", ["wallet_order"] = "wallet orders",
    };

    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["update"] = "Change", ["bulk_delete"] = "Delete several", ["resend"] = "Send again", ["view"] = "View",
    };

    /// <summary>Codes for which verb and things make no phrase.</summary>
    private static readonly Dictionary<string, string> Phrases = new()
    {
        ["admin.status"] = "Enable or disable administrators",
        ["automation.sync"] = "Synchronise the catalog with the upstream",
        ["automation.sync_logs"] = "View the logs of catalog synchronisation",
        ["automation.test"] = "Test the connection to the upstream",
        ["automation.update"] = "Change the automation settings",
        ["automation.view"] = "View the automation settings",
        ["dashboard.modules"] = "View the modules of the dashboard",
        ["dashboard.overview"] = "View the overview of the dashboard",
        ["dashboard.revenue"] = "View the revenue",
        ["dashboard.vps_status"] = "View how many VPS are in which state",
        ["debug.list"] = "View the debug logs",
        ["debug.update"] = "Switch debug logs on or off",
        ["debug.view"] = "View whether debug logs are on",
        ["line.set_system_images"] = "Choose the system images of lines",
        ["node.configure_kernel"] = "Configure the kernels of nodes",
        ["node.drop_kernel"] = "Remove kernels from nodes",
        ["node.list_kernels"] = "List the kernels of nodes",
        ["node.sync"] = "Synchronise the kernels of nodes",
        ["order.mark_paid"] = "Mark orders as paid",
        ["order.retry"] = "Retry failed orders",
        ["payment.list"] = "List payment providers and notices",
        ["permission.sync"] = "Synchronise permissions with the routes",
        ["permission.tree"] = "View the permission tree",
        ["plan_order.pay"] = "Mark plan orders as paid",
        ["profile.change_password"] = "Change the own password",
        ["profile.end_session"] = "End own sessions",
        ["profile.reauthenticate"] = "Confirm the own password",
        ["profile.sessions"] = "List own sessions",
        ["realname.list"] = "List real-name records",
        ["realname.test"] = "Test the real-name provider",
        ["realname.update"] = "Change the real-name settings",
        ["realname.view"] = "View the real-name settings",
        ["robot.deliveries"] = "List webhook deliveries",
        ["robot.resend"] = "Send webhooks again",
        ["robot.test"] = "Send a test event to the webhooks",
        ["scheduled_tasks.runs"] = "View past runs of scheduled tasks",
        ["security.credentials"] = "Change what carries the credentials of others",
        ["server.status"] = "View the load of the server",
        ["smtp.test"] = "Send a test mail",
        ["smtp.update"] = "Change the mail server",
        ["system_image.sync"] = "Synchronise system images with the upstream",
        ["tickets.messages"] = "Reply to tickets",
        ["user.reset_password"] = "Reset the passwords of users",
        ["vps.admin_status"] = "Set the status of VPS",
        ["vps.relink"] = "Say which machine a VPS is",
        ["vps.emergency_renew"] = "Renew VPS in an emergency",
        ["vps.update_expire"] = "Change the expiry of VPS",
        ["wallet.adjust"] = "Adjust wallet balances",
        ["wallet.export"] = "Export the ledger",
        ["wallet.transactions"] = "List wallet transactions",
    };

    /// <summary>Such as <c>Scheduled tasks</c>.</summary>
    public static string OfModule(string module) => Capital(ThingsOf(module));

    /// <summary>Such as <c>List orders</c>.</summary>
    public static string Of(string code)
    {
        if (Phrases.TryGetValue(code, out var phrase))
            return phrase;

        var parts = code.Split('.', 2);
        var action = parts[^1];
        return $"{Verbs.GetValueOrDefault(action, Capital(action.Replace('_', ' ')))} {ThingsOf(parts[0])}";
    }

    private static string ThingsOf(string module)
    {
        if (Things.TryGetValue(module, out var things))
            return things;

        var word = module.Replace('_', ' ');
        return word.EndsWith('s') ? word : word + "s";
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
