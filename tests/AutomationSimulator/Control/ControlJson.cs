using System.Text.Json.Serialization;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Protocol;
using VpsPanel.AutomationSimulator.Switches;

namespace VpsPanel.AutomationSimulator.Control;

internal sealed record SwitchList(List<Switch?> Switches);

/// <summary>A host without its passwords and page token.</summary>
internal sealed record HostView(
    long Id, string Name, int LineId, string Image, HostState State, UpstreamVpsSize Sizes, string RemoteIp, DateTime ExpiresAt)
{
    internal static HostView Of(SimulatedHost host) =>
        new(host.Id, host.Name, host.LineId, host.Image, host.State, host.Sizes, host.RemoteIp, host.ExpiresAt);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SwitchList))]
[JsonSerializable(typeof(List<HostView>))]
[JsonSerializable(typeof(List<RecordedCall>))]
internal sealed partial class ControlJson : JsonSerializerContext;
