using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;

namespace VpsPanel.WebApi.Http.Panel;

/// <summary>Which rows of a list of the panel, 20 by default and at most 100, and in which order.</summary>
internal sealed record PanelPageQuery(
    [FromQuery(Name = "page")] string? Page,
    [FromQuery(Name = "per_page")] string? PerPage,
    [FromQuery(Name = "sort")] string? Sort,
    [FromQuery(Name = "direction")] string? Direction)
{
    private const int MaxPage = 1_000_000;

    /// <summary>How many rows a text asks for; the default for what is no number above 0.</summary>
    public static int Take(string? text) => Math.Min(Positive(text) ?? Paging.DefaultTake, Paging.MaxTake);

    public Paging ToPaging()
    {
        var take = Take(PerPage);
        return new Paging((Math.Min(Positive(Page) ?? 1, MaxPage) - 1) * take, take);
    }

    private static int? Positive(string? text) => int.TryParse(text, out var number) && number > 0 ? number : null;
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
