using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;
using VpsPanel.WebApi.Http.Lists;

namespace VpsPanel.WebApi.Http.Panel;

/// <summary>Which rows of a list of the panel, 20 by default and at most 100, and in which order. A page beyond the end is empty.</summary>
internal sealed record PanelPageQuery(
    [FromQuery(Name = "page")] string? Page,
    [FromQuery(Name = "per_page")] string? PerPage,
    [FromQuery(Name = "sort")] string? Sort,
    [FromQuery(Name = "direction")] string? Direction)
{
    /// <summary>How many rows a text asks for; the default for what is no number above 0.</summary>
    public static int Take(string? text) => Math.Min(PageNumber.ReadPositive(text) ?? Paging.DefaultTake, Paging.MaxTake);

    public Paging ToPaging()
    {
        var take = Take(PerPage);
        return new Paging(PageNumber.Skip(PageNumber.ReadPositive(Page) ?? 1, take), take);
    }
}

/// <summary>Where in a list of the panel a page stands.</summary>
public sealed record Pagination(int Page, int PerPage, long TotalCount, bool HasNext, bool HasPrev)
{
    public static Pagination Of(Paging paging, long total)
    {
        var page = (paging.Skip / paging.Take) + 1;
        return new Pagination(page, paging.Take, total, (long)page * paging.Take < total, page > 1);
    }
}
