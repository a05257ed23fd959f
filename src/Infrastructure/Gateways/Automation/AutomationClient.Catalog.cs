using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>What the upstream has to sell.</summary>
internal sealed partial class AutomationClient
{
    private const long MaxPriceCents = 100_000_000_000;

    private static readonly string[] LineNames = ["line_name", "name", "remark", "line_api"];

    public async Task<Result<IReadOnlyList<UpstreamArea>>> Areas(CancellationToken ct) => Rows(
        await channel.Send(AutomationCall.Get("area_list"), ct),
        area => area.Number("id") is { } id and > 0 ? new UpstreamArea(id, area.Text("area_name"), area.Number("state") == 1) : null);

    public async Task<Result<IReadOnlyList<UpstreamLine>>> Lines(CancellationToken ct) => Rows(
        await channel.Send(AutomationCall.Get("line"), ct),
        line => line.Number("id") is { } id and > 0
            ? new UpstreamLine(id, NameOf(line, id), line.Number("area_id") ?? 0, line.Number("state") == 1)
            : null);

    public async Task<Result<IReadOnlyList<UpstreamProduct>>> Products(long lineId, CancellationToken ct)
    {
        var reply = await channel.Send(AutomationCall.Get("product", ("line_id", lineId.ToString())), ct);
        return reply.IsSuccess && reply.Value.IsBlank
            ? Array.Empty<UpstreamProduct>()
            : Rows(reply, Product, keyed: true);
    }

    public async Task<Result<IReadOnlyList<UpstreamImage>>> Images(long lineId, CancellationToken ct) => Rows(
        await channel.Send(AutomationCall.Get("mirror_image", ("line_id", lineId.ToString())), ct),
        image => image.Number("id") is { } id and > 0 && image.Text("name") is { Length: > 0 } name
            ? new UpstreamImage(id, name, image.Text("type"))
            : null);

    private static UpstreamProduct? Product(UpstreamObject product) =>
        product.Number("id") is { } id and > 0 && product.Cents("price") is { } price and < MaxPriceCents
            ? new UpstreamProduct(
                id,
                product.Text("product_name"),
                product.Int("host_cpu") ?? 0,
                product.Int("host_ram") ?? 0,
                product.Int("host_data") ?? 0,
                product.Int("bandwidth") ?? 0,
                product.Int("nat_port_num") ?? 0,
                price)
            : null;

    private static string NameOf(UpstreamObject line, long id) =>
        LineNames.Select(line.Text).FirstOrDefault(name => name.Length > 0) ?? $"line-{id}";
}
