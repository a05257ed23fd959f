using System.Text.Json.Nodes;
using VpsPanel.Domain.Common;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Platform.Jobs;

/// <summary>A look at what the job engine has stored.</summary>
internal static class EngineSteps
{
    public static Task<string?> StateOf(this PanelApp app, string job) =>
        app.Text("select statename from hangfire.job where id = $1", long.Parse(job));

    /// <summary>The job that works on the order's only host.</summary>
    public static Task<string> JobOf(this PanelApp app, OrderId order) => Eventually.Get<string>(
        async () => await app.Text("select background_job_id from provision_jobs where order_id = $1", order.Value), "the row names its job");

    public static Task<long> RowOf(this PanelApp app, OrderId order) =>
        app.Scalar<long>("select id from provision_jobs where order_id = $1", order.Value);

    public static Task Do(this PanelApp app, string sql) => TestDatabase.Execute(app.ConnectionString, sql);

    /// <summary>Null for no row and for no value.</summary>
    public static async Task<string?> Text(this PanelApp app, string sql, params object[] values) =>
        await TestDatabase.Scalar(app.ConnectionString, sql, values) as string;

    public static async Task<JsonNode> Listed(this HttpClient admin, string key) =>
        (await admin.Get("/admin/api/v1/scheduled-tasks")).Ok["items"]!.AsArray().Single(item => (string)item!["key"]! == key)!;

    public static async Task IsReady(this HttpClient node) => await Eventually.Become(
        async () => (await node.Get("/health/ready")).Status == System.Net.HttpStatusCode.OK, "the node is ready", 60);
}
