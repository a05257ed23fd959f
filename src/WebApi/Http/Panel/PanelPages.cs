using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Http.Lists;

namespace VpsPanel.WebApi.Http.Panel;

/// <summary>Which rows of a list of the panel, 20 by default and at most 100, and in which order. A page beyond the end is empty.</summary>
internal sealed record PanelPageQuery
{
    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    [FromQuery(Name = "per_page")]
    public string? PerPage { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "direction")]
    public string? Direction { get; init; }

    /// <summary>How many rows a text asks for; the default for what is no number above 0.</summary>
    public static int Take(string? text) => Math.Min(PageNumber.ReadPositive(text) ?? Paging.DefaultTake, Paging.MaxTake);

    public Paging ToPaging()
    {
        var take = Take(PerPage);
        return new Paging(PageNumber.Skip(PageNumber.ReadPositive(Page) ?? 1, take), take);
    }
}
