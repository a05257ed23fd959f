using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Http.Lists;

namespace VpsPanel.WebApi.Http;

/// <summary>
/// Which rows: <c>limit</c> with <c>offset</c>, or 1-based <c>page</c> with <c>page_size</c> or its alias <c>pages</c>. What is no
/// number falls back to the default; more than 100 is 100; a page beyond the end is empty.
/// </summary>
internal sealed record PageQuery
{
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [FromQuery(Name = "offset")]
    public string? Offset { get; init; }

    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    [FromQuery(Name = "page_size")]
    public string? PageSize { get; init; }

    [FromQuery(Name = "pages")]
    public string? Pages { get; init; }

    public Paging ToPaging()
    {
        var rows = PageNumber.ReadPositive(PageSize) ?? PageNumber.ReadPositive(Pages) ?? PageNumber.ReadPositive(Limit) ?? Paging.DefaultTake;
        var take = Math.Min(rows, Paging.MaxTake);
        return new Paging(PageNumber.ReadPositive(Page) is { } page ? PageNumber.Skip(page, take) : PageNumber.Read(Offset) ?? 0, take);
    }
}
