using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>Answers in the upstream's place: whatever is asked for works, and nothing exists.</summary>
internal static class DryRun
{
    public static Result<AutomationReply> Answer(AutomationCall call)
    {
        if (call.Action is "panel" or "vnc_view")
            return AutomationErrors.DryRun;

        using var envelope = JsonDocument.Parse(Envelope(call).ToJsonString());
        return new AutomationReply(envelope.RootElement.Clone(), null) { IsDryRun = true };
    }

    private static JsonObject Envelope(AutomationCall call) => call.Action switch
    {
        "create_host" => Ok(new JsonObject { ["host_id"] = $"dry-{Field(call, "host_name")}" }),
        "hostinfo" => Ok(new JsonObject { ["id"] = Field(call, "host_id"), ["state"] = UpstreamVpsStates.Running }),
        "monitor" => Ok(new JsonObject()),
        "findport" => new JsonObject { ["code"] = 0, ["content"] = new JsonArray() },
        _ when call.IsRead => Ok(new JsonArray()),
        _ => Ok(""),
    };

    private static JsonObject Ok(JsonNode data) => new() { ["code"] = 1, ["data"] = data };

    private static string Field(AutomationCall call, string name) => call.Fields.First(field => field.Key == name).Value;
}
