using System.Text;
using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Logs;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Upstream;

namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>While the debug switch is on, keeps every exchange with the upstream; the log itself strikes out secrets once more.</summary>
internal sealed class AutomationTrace(IAutomationLog journal, ISettings settings)
{
    private const int MaxBody = 20_000;

    public async Task Note(AutomationCall call, Uri root, Exchange exchange, string? failure, CancellationToken ct)
    {
        if (!await settings.IsOn(DebugSettings.Enabled, ct))
            return;

        var fields = new JsonObject();
        foreach (var (name, value) in call.MaskedFields())
            fields[name] = value;

        var request = new JsonObject
        {
            ["method"] = call.Method.Method,
            ["url"] = $"{root.AbsoluteUri.TrimEnd('/')}/{call.Action}",
            ["headers"] = new JsonObject { ["apikey"] = "***" },
            [call.InQuery ? "query" : "body"] = fields,
        };
        var response = new JsonObject
        {
            ["status"] = exchange.Status,
            ["body"] = Cut(Encoding.UTF8.GetString(exchange.Body)),
            ["duration_ms"] = (long)exchange.Elapsed.TotalMilliseconds,
        };
        await journal.Write(new AutomationLine(
            0, 0, $"{call.Method.Method} /{call.Action}", request.ToJsonString(), response.ToJsonString(), failure is null,
            failure ?? "ok"));
    }

    private static string Cut(string text) => text.Length > MaxBody ? text[..MaxBody] : text;
}

/// <summary>What came back over the wire; status 0 when nothing did.</summary>
internal sealed record Exchange(int Status, byte[] Body, TimeSpan Elapsed);
