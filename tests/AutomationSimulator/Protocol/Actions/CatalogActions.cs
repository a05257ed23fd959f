using System.Text.Json.Nodes;
using VpsPanel.AutomationSimulator.Catalogue;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

internal static class CatalogActions
{
    internal static Reply Areas(HostPool pool, CallRequest call, BootPlan boot) => Reply.Ok(Json.List(pool.Offer.Areas, area =>
        new JsonObject { ["id"] = area.Id, ["area_name"] = area.Name, ["state"] = area.IsOpen ? 1 : 0 }));

    internal static Reply Lines(HostPool pool, CallRequest call, BootPlan boot) => Reply.Ok(Json.List(pool.Offer.Lines, line =>
    {
        var row = new JsonObject { ["id"] = line.Id, ["line_name"] = "", ["name"] = "", ["remark"] = "", ["line_api"] = "" };
        row[line.NameField] = line.Name;
        row["area_id"] = line.AreaId;
        row["state"] = line.IsOpen ? 1 : 0;
        return row;
    }));

    /// <summary>An object whose keys mean nothing, not an array.</summary>
    internal static Reply Products(HostPool pool, CallRequest call, BootPlan boot) => OnLine(pool, call, line =>
        new JsonObject(pool.Offer.Products.Where(product => product.LineId == line.Id).Select((product, index) =>
            KeyValuePair.Create<string, JsonNode?>($"row{index * 7}", new JsonObject
            {
                ["id"] = product.Id,
                ["product_name"] = product.Name,
                ["host_cpu"] = product.Cpu,
                ["host_ram"] = product.Memory,
                ["host_data"] = product.Disk,
                ["bandwidth"] = product.Bandwidth,
                ["nat_port_num"] = product.Ports,
                ["price"] = product.Price,
            }))));

    internal static Reply Images(HostPool pool, CallRequest call, BootPlan boot) => OnLine(pool, call, _ =>
        Json.List(pool.Offer.Images, image => new JsonObject { ["id"] = image.Id, ["name"] = image.Name, ["type"] = image.Type }));

    private static Reply OnLine(HostPool pool, CallRequest call, Func<Line, JsonNode> read) =>
        pool.Offer.FindLine(call.Int("line_id")) is { } line ? Reply.Ok(read(line)) : Reply.Refused("the line is unknown");
}
