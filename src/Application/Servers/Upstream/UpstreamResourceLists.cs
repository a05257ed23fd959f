using System.Text.Json;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Upstream;

internal static class UpstreamResourceLists
{
    /// <summary>
    /// Refuses an id that is not in the list of this very host: whether the upstream itself keeps one customer from naming the
    /// parts of another's VPS is not known.
    /// </summary>
    public static Result MustHold(this Result<RawJson> list, string id)
    {
        if (!list.IsSuccess)
            return list.Error;

        using var parts = JsonDocument.Parse(list.Value.Text);
        return parts.RootElement.EnumerateArray().Any(part => part.TryGetProperty("id", out var its) && IsId(its, id))
            ? Result.Success
            : VpsErrors.PartNotFound;
    }

    private static bool IsId(JsonElement value, string id) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim() == id,
        JsonValueKind.Number => value.GetRawText() == id,
        _ => false,
    };
}
