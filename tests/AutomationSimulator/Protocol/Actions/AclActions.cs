using System.Text.Json.Nodes;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

internal static class AclActions
{
    internal static Reply List(HostPool pool, CallRequest call, BootPlan boot) => OnHost.DoByBothIds(pool, call, host =>
        Reply.Ok(Json.List(host.AclRules, rule => new JsonObject
        {
            ["id"] = rule.Id,
            ["direction"] = rule.Direction,
            ["protocol"] = rule.Protocol,
            ["method"] = rule.Method,
            ["port"] = rule.Port,
            ["ip"] = rule.Ip,
        })));

    internal static Reply Add(HostPool pool, CallRequest call, BootPlan boot) => OnHost.DoByBothIds(pool, call, host =>
    {
        if (call["direction"].Length == 0 || call["protocol"].Length == 0 || call["method"].Length == 0)
            return Reply.Refused("direction, protocol and method are needed");

        var rule = new AclRule(pool.NextId(), call["direction"], call["protocol"], call["method"], call["port"], call["ip"]);
        return OnHost.Save(pool, host with { AclRules = host.AclRules.Add(rule) });
    });

    internal static Reply Remove(HostPool pool, CallRequest call, BootPlan boot) => OnHost.DoByBothIds(pool, call, host =>
        host.AclRules.Find(rule => rule.Id == call.Id("id")) is { } rule
            ? OnHost.Save(pool, host with { AclRules = host.AclRules.Remove(rule) })
            : Reply.Refused("the rule does not exist"));
}
