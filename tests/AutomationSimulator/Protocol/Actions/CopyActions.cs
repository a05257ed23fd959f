using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

/// <summary>Snapshots and backups differ in where they are kept and in the shape of their list, in nothing else.</summary>
internal sealed class CopyActions(
    string word,
    Func<SimulatedHost, ImmutableList<HostCopy>> read,
    Func<SimulatedHost, ImmutableList<HostCopy>, SimulatedHost> write,
    Func<JsonArray, JsonNode> shape)
{
    internal static readonly CopyActions Snapshots = new(
        "snapshot", host => host.Snapshots, (host, copies) => host with { Snapshots = copies }, list => list);

    internal static readonly CopyActions Backups = new(
        "backup", host => host.Backups, (host, copies) => host with { Backups = copies }, list => new JsonObject { ["list"] = list });

    internal Reply List(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Do(pool, call, host =>
        Reply.Ok(shape(Json.List(read(host), copy => new JsonObject
        {
            ["id"] = copy.Id,
            ["name"] = copy.Name,
            ["create_time"] = copy.CreatedAt.ToString("yyyy-MM-dd HH:mm:ss"),
        }))));

    internal Reply Add(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Change(pool, call, host =>
    {
        var id = pool.NextId();
        return write(host, read(host).Add(new HostCopy(id, $"{word}-{id}", pool.Now)));
    });

    internal Reply Remove(HostPool pool, CallRequest call, BootPlan boot) => OnCopy(pool, call, (host, copy) =>
        OnHost.Save(pool, write(host, read(host).Remove(copy))));

    internal Reply Restore(HostPool pool, CallRequest call, BootPlan boot) => OnCopy(pool, call, (_, _) => Reply.Ok());

    private Reply OnCopy(HostPool pool, CallRequest call, Func<SimulatedHost, HostCopy, Reply> act) => OnHost.Do(pool, call, host =>
        read(host).Find(copy => copy.Id == call.Id("id")) is { } copy ? act(host, copy) : Reply.Refused($"the {word} does not exist"));
}
