using System.Text.Json.Nodes;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;

namespace VpsPanel.AutomationSimulator.Protocol;

/// <summary>A reply together with the faults that the transport still has to play.</summary>
internal sealed record ApiResult(Reply Reply, FieldErrors Faults)
{
    internal static ApiResult To(CallRequest call, Simulator simulator, HostPool pool)
    {
        if (ActionTable.Find(call.Action) is not { } action || action.Method != call.Method)
            return new ApiResult(Reply.Refused($"there is no {call.Method} {call.Action}"), FieldErrors.None);

        // Before the switches: a caller with a wrong key uses none of them up.
        if (action.ChecksKey && call.ApiKey != simulator.Options.ApiKey)
            return new ApiResult(Reply.Refused("apikey is wrong"), FieldErrors.None);

        var faults = simulator.Switches.Take(call.Action);
        return new ApiResult(Perform(action, call, pool, faults, simulator.Options.BootDelay), faults);
    }

    private static Reply Perform(SimulatedAction action, CallRequest call, HostPool pool, FieldErrors faults, TimeSpan bootDelay)
    {
        if (faults.Has(SwitchKind.Http500)) return Reply.Refused("internal error");
        if (faults.Find(SwitchKind.Fail) is { } fail) return Reply.Refused(fail.Message ?? "the upstream refused");
        if (faults.Has(SwitchKind.CreatingError)) return Reply.Refused("主机创建中");

        var forgets = faults.Has(SwitchKind.ForgetHost);
        if (forgets && call.Id("host_id") is { } known) pool.Remove(known);

        if (faults.Find(SwitchKind.GiveToStranger) is { } stranger && call.Id("host_id") is { } taken)
            pool.GiveToStranger(taken, stranger.Message);

        var reply = action.Run(pool, call, BootPlan.Of(faults, bootDelay));

        if (forgets && (reply.Envelope?["data"] as JsonObject)?["host_id"] is { } created) pool.Remove((long)created);
        return reply;
    }

    /// <summary>The envelope as text, after the faults that only bend its form.</summary>
    internal string Body()
    {
        var envelope = Reply.Envelope?.DeepClone().AsObject() ?? [];
        if (envelope.ContainsKey("data"))
        {
            if (Faults.Has(SwitchKind.HideName)) (envelope["data"] as JsonObject)?.Remove("host_name");
            if (Faults.Has(SwitchKind.EmptyData)) envelope["data"] = "";
            if (Faults.Has(SwitchKind.TextNumbers)) envelope["data"] = Loosened(envelope["data"]);
        }

        var text = envelope.ToJsonString();
        return Faults.Has(SwitchKind.Truncated) ? text[..(text.Length / 2)] : text;
    }

    private static JsonNode? Loosened(JsonNode? data)
    {
        var loose = Json.NumbersAsText(data);
        return loose is JsonObject fields && fields.Remove("host_id", out var id) ? new JsonObject { ["id"] = id } : loose;
    }
}
