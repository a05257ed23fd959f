using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.WebApi.Http.Panel;

/// <summary>Where in a list of the panel a page stands.</summary>
public sealed record Pagination(int Page, int PerPage, long TotalCount, bool HasNext, bool HasPrev)
{
    public static Pagination Of(Paging paging, long total)
    {
        var page = (paging.Skip / paging.Take) + 1;
        return new Pagination(page, paging.Take, total, (long)page * paging.Take < total, page > 1);
    }
}
