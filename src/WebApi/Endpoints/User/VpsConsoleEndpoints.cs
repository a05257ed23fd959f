using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Network;
using VpsPanel.Application.Servers.Operate;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

/// <summary>What an owner does inside and around their host.</summary>
internal static class VpsConsoleEndpoints
{
    public static void MapMyVpsConsole(this RouteGroupBuilder user)
    {
        user.MapPost("/vps/{id:long}/reset-os", ResetSystem)
            .WithName("reinstallMyVps").WithSummary("Reinstall the operating system of a VPS")
            .WithDescription("Deletes everything on its disk.");
        user.MapPost("/vps/{id:long}/reset-os-password", ResetPassword)
            .WithName("resetMyVpsPassword").WithSummary("Set a new root password on a VPS");
        user.MapVpsCopies("snapshots", SnapshotKind.Snapshot);
        user.MapVpsCopies("backups", SnapshotKind.Backup);
        user.MapGet("/vps/{id:long}/firewall", ListRules)
            .WithName("listFirewallRules").WithSummary("List the firewall rules of a VPS");
        user.MapPost("/vps/{id:long}/firewall", AddRule)
            .WithName("addFirewallRule").WithSummary("Add a firewall rule to a VPS");
        user.MapDelete("/vps/{id:long}/firewall/{ruleId}", DeleteRule)
            .WithName("deleteFirewallRule").WithSummary("Delete a firewall rule of a VPS");
        user.MapGet("/vps/{id:long}/ports", ListMappings)
            .WithName("listPortMappings").WithSummary("List the port mappings of a VPS");
        user.MapPost("/vps/{id:long}/ports", AddMapping)
            .WithName("addPortMapping").WithSummary("Map a public port to a VPS");
        user.MapDelete("/vps/{id:long}/ports/{mappingId}", DeleteMapping)
            .WithName("deletePortMapping").WithSummary("Delete a port mapping of a VPS");
        user.MapGet("/vps/{id:long}/ports/candidates", FindPorts)
            .WithName("listFreePorts").WithSummary("List public ports that are free for a VPS");
    }

    private static async Task<ApiResult> ResetSystem(long id, ResetOsBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ResetOs(new VpsId(id), body.TemplateId ?? 0, body.Password ?? "", body.HostId), ct);

    private static async Task<ApiResult> ResetPassword(long id, OsPasswordBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ResetOsPassword(new VpsId(id), body.Password ?? ""), ct);

    private static async Task<ApiResult<UpstreamResource>> ListRules(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListFirewallRules(new VpsId(id)), ct);

    private static async Task<ApiResult> AddRule(long id, FirewallRuleBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(body.ToCommand(new VpsId(id)), ct);

    private static async Task<ApiResult> DeleteRule(long id, string ruleId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteFirewallRule(new VpsId(id), ruleId), ct);

    private static async Task<ApiResult<UpstreamResource>> ListMappings(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPorts(new VpsId(id)), ct);

    private static async Task<ApiResult> AddMapping(long id, PortMappingBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new AddPort(new VpsId(id), body.Name?.Trim() ?? "", body.Sport?.Trim() ?? "", body.Dport ?? 0), ct);

    private static async Task<ApiResult> DeleteMapping(long id, string mappingId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePort(new VpsId(id), mappingId), ct);

    private static async Task<ApiResult<FreePorts>> FindPorts(long id, string? keywords, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new FindFreePorts(new VpsId(id), keywords?.Trim() ?? ""), ct);
}

public sealed record ResetOsBody(long? TemplateId, [property: JsonConverter(typeof(VerbatimTextConverter))] string? Password, long? HostId);

public sealed record OsPasswordBody([property: JsonConverter(typeof(VerbatimTextConverter))] string? Password);

public sealed record FirewallRuleBody(
    [property: Words("in", "out")] string? Direction,
    [property: Words("tcp", "udp", "tcp/udp", "icmp", "icmpv6", "gre", "all")] string? Protocol,
    [property: Words("accept", "drop", "reject")] string? Method,
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? Port,
    string? Ip)
{
    internal AddFirewallRule ToCommand(VpsId id) =>
        new(id, Word(Direction), Word(Protocol), Word(Method), Word(Port).Replace(" ", "", StringComparison.Ordinal), Word(Ip));

    private static string Word(string? text) => text?.Trim().ToLowerInvariant() ?? "";
}

public sealed record PortMappingBody(
    string? Name, [property: JsonConverter(typeof(TextOrNumberConverter))] string? Sport, int? Dport);
