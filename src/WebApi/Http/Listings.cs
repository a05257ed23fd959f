using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// Which rows: <c>limit</c> with <c>offset</c>, or 1-based <c>page</c> with <c>page_size</c> or its alias <c>pages</c>. What is no
/// number falls back to the default; more than 100 is 100.
/// </summary>
internal sealed record PageQuery(
    [FromQuery(Name = "limit")] string? Limit,
    [FromQuery(Name = "offset")] string? Offset,
    [FromQuery(Name = "page")] string? Page,
    [FromQuery(Name = "page_size")] string? PageSize,
    [FromQuery(Name = "pages")] string? Pages)
{
    private const int MaxSkip = 100_000_000;

    public Paging ToPaging()
    {
        var take = Math.Clamp(Positive(PageSize) ?? Positive(Pages) ?? Positive(Limit) ?? Paging.DefaultTake, 1, Paging.MaxTake);
        var skip = Number(Page) is { } page and > 0 ? (page - 1L) * take : Number(Offset) ?? 0;
        return new Paging((int)Math.Clamp(skip, 0, MaxSkip), take);
    }

    private static int? Positive(string? text) => Number(text) is > 0 and var number ? number : null;

    private static int? Number(string? text) => int.TryParse(text, out var number) && number >= 0 ? number : null;
}
