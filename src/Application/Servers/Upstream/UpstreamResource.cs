using System.Text.Json;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>What the upstream keeps of a VPS (copies, rules or ports), as it describes it.</summary>
public sealed record UpstreamResource(RawJson Data);
