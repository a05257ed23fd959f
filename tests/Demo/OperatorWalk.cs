using System.Text.Json.Nodes;

namespace VpsPanel.Demo;

/// <summary>What the operator of the demo finds in order: the upstream sells what the shop sells, and the nodes serve what their kernels say.</summary>
public sealed class OperatorWalk(Api admin, Action<string> tell)
{
    private const string Nodes = "/api/v1/admin/nodes";

    public async Task Walk()
    {
        tell("The operator's side");
        await SyncCatalog();
        await SyncNodes();
    }

    private async Task SyncCatalog()
    {
        await admin.Post("/admin/api/v1/integrations/automation/test");
        var before = await Packages();
        var counts = await admin.Post("/admin/api/v1/integrations/automation/sync");
        Expect(
            (int)counts["lines"]! + (int)counts["products"]! + (int)counts["images"]! == 0 && await Packages() == before,
            "a sync finds every line, package and image in its place");
    }

    private async Task<int> Packages() => (await admin.Get("/api/v1/catalog"))["packages"]!.AsArray().Count;

    private async Task SyncNodes()
    {
        foreach (var node in (await admin.Get(Nodes))["nodes"]!.AsArray())
        {
            await admin.Post($"{Nodes}/{node!["id"]}/kernels/sync");
            var kernels = (await admin.Get($"{Nodes}/{node["id"]}/kernels"))["kernels"]!.AsArray();
            Expect(kernels.Count > 0 && kernels.All(IsSynced), $"every kernel of {node["name"]} is synced");
        }
    }

    private static bool IsSynced(JsonNode? kernel) => (string)kernel!["status"]! == "synced";

    private static void Expect(bool holds, string what)
    {
        if (!holds)
            throw new DemoException($"It does not hold that {what}.");
    }
}
