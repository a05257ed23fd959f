using Microsoft.OpenApi;
using VpsPanel.WebApi.Http.Lists;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>
/// What parameters mean. A name means one thing in the whole API, so it is explained once, here; a <c>[Description]</c> on the endpoint's own
/// parameter wins. Values of the query are bound as text to be forgiving: the document says what they should be.
/// </summary>
internal static class Parameters
{
    private static readonly HashSet<string> Numbers = ["limit", "offset", "page", "page_size", "pages", "per_page"];

    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["limit"] = "How many rows: 20 by default, at most 100.",
        ["offset"] = "How many rows to leave out before the first.",
        ["page"] = "Which page, counted from 1.",
        ["page_size"] = "How many rows a page has: 20 by default, at most 100.",
        ["pages"] = "Another name of `page_size`.",
        ["per_page"] = "How many rows a page has: 20 by default, at most 100.",
        ["sort"] = "The column to sort by; an unknown one is the default.",
        ["direction"] = "`asc` or `desc`.",
        ["Idempotency-Key"] = "A text of the caller's own for this one wish. The same key answers the same, and nothing happens twice.",
        ["apply"] = "`true` mends what was found; without it nothing is changed.",
        ["status"] = "Only rows in this status.",
        ["keyword"] = "Only rows that contain this text.",
        ["archived"] = "`1` lists only archived orders, which are not listed otherwise.",
        ["overdue"] = "`1` lists only orders that have waited for a review longer than `review_overdue_hours`.",
        ["keywords"] = "Only ports that begin with these digits.",
        ["q"] = "Only rows that contain this text.",
        ["lang"] = "Only rows in this language, such as `zh-CN` or `en-US`.",
        ["user_id"] = "Only rows of this user.",
        ["admin_id"] = "Only what this administrator did.",
        ["order_id"] = "Only rows of this order.",
        ["region_id"] = "Only those of this region.",
        ["plan_group_id"] = "The plan group; another name of `line_id` where both stand.",
        ["line_id"] = "The line.",
        ["category_id"] = "Only posts of this category.",
        ["category_key"] = "Only posts of the category with this key.",
        ["template_id"] = "The template to preview; without it the one in use.",
        ["order_no"] = "Only the order with this number.",
        ["number"] = "Only the order with this number.",
        ["payment_method"] = "Only orders paid in this way.",
        ["payment_status"] = "Only orders whose payment is in this state.",
        ["entry_type"] = "Only entries of this kind.",
        ["action"] = "Only this action, such as `order.approve`.",
        ["target_type"] = "Only actions on things of this kind, such as `order`.",
        ["target_id"] = "Only actions on the thing with this id.",
        ["target"] = "Only runs of this part.",
        ["types"] = "Which logs, between commas; all of them without it.",
        ["verdict"] = "Only reports that were judged so.",
        ["hook"] = "Only what went to the webhook of this name.",
        ["event"] = "Only events of this type, such as `order.approved`.",
        ["protocol"] = "The protocol, such as `vless` or `trojan`.",
        ["category"] = "Only announcements of this category.",
        ["audience"] = "Only announcements for these readers.",
        ["visible"] = "Only what is shown to customers, or only what is not.",
        ["include_drafts"] = "Whether templates that were never published are listed too.",
        ["client_type"] = "Only templates for this kind of client, such as `clash`.",
        ["format"] = "Only templates written in this format.",
        ["client"] = "The kind of client to write the profile for, such as `clash`; else its `User-Agent` decides.",
        ["currency"] = "Three letters, such as `CNY`, which is the default.",
        ["force"] = "`1` deletes it also when money or a VPS hangs on it: the money goes to the wallet, the VPS is deleted.",
        ["mode"] = "`merge` keeps what the upstream does not have any more, `override` takes it off sale.",
        ["period"] = "`month` for the last seven months; else the last 31 days.",
        ["granularity"] = "Another name of `period`.",
        ["code"] = "The permission, such as `order.approve`.",
        ["key"] = "The key that the list shows.",
        ["slug"] = "The name of the post in addresses.",
        ["token"] = "The secret part of a subscription's address.",
        ["path"] = "The path that the upload answered.",
        ["provider"] = "The key of the payment provider.",
        ["userId"] = "Id of the user.",
        ["copyId"] = "Id of the snapshot or backup, as the list shows it.",
        ["ruleId"] = "Id of the firewall rule, as the list shows it.",
        ["mappingId"] = "Id of the port mapping, as the list shows it.",
    };

    /// <param name="route">The path of the operation without its leading slash.</param>
    public static void Describe(
        OpenApiParameter parameter, string operationId, string route, IReadOnlyList<ListFilter> filters, OpenApiDocument document)
    {
        var name = parameter.Name!;
        var filter = parameter.In == ParameterLocation.Query ? filters.FirstOrDefault(filter => filter.Parameter == name) : null;
        if (filter is not null)
            Filter(parameter, filter, operationId, document);
        else if (parameter.In == ParameterLocation.Query && IsNumber(name))
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" };

        parameter.Description ??= name == "id" ? $"Id of the {OwnerOf(route)}." : filter is { Parameter: "page" }
            ? "Only blocks of this page, such as `home`." : Meanings.GetValueOrDefault(name);
    }

    private static bool IsNumber(string name) =>
        Numbers.Contains(name) || (name.EndsWith("_id", StringComparison.Ordinal) && name != "target_id");

    private static void Filter(OpenApiParameter parameter, ListFilter filter, string operationId, OpenApiDocument document)
    {
        parameter.Description ??= $"{Meanings.GetValueOrDefault(filter.Parameter)} `{ListFilter.All}`, or nothing: no filter.";
        if (filter.Words.Count == 0 || filter.TakesSeveral)
            return;

        if (filter.Words is ["true", "false"])
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean };
        else if (filter is { Enumeration: { } type, HasDefault: false })
            parameter.Schema = Words.Refer(type, document);
        else
            parameter.Schema = Words.Refer(NameOf(operationId, filter), Accepted(filter), document);
    }

    /// <summary>Without the parameter a list with a default is not the whole one.</summary>
    private static IEnumerable<string> Accepted(ListFilter filter) => filter.HasDefault ? [.. filter.Words, ListFilter.All] : filter.Words;

    /// <summary>Such as <c>ListMyNotificationsStatus</c>.</summary>
    private static string NameOf(string operationId, ListFilter filter) =>
        Capital(operationId) + Pascal(filter.Parameter);

    /// <summary>Such as <c>PaymentStatus</c> of <c>payment_status</c>.</summary>
    public static string Pascal(string name) => string.Concat(name.Split('_').Select(Capital));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>What the segment before the id names, in the singular.</summary>
    private static string OwnerOf(string route)
    {
        var segments = route.Split('/');
        var before = segments[Array.FindIndex(segments, segment => segment.StartsWith("{id", StringComparison.Ordinal)) - 1];
        var words = before.Replace('-', ' ');
        return words switch
        {
            "vps" => "VPS",
            "cart" => "item in the cart",
            _ when words.EndsWith("ies", StringComparison.Ordinal) => words[..^3] + "y",
            _ => words.TrimEnd('s'),
        };
    }
}
