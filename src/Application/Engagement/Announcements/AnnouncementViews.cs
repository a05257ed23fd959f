using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Announcements;

namespace VpsPanel.Application.Engagement.Announcements;

/// <summary>As admins see it. What never came is null, not absent.</summary>
public sealed record AnnouncementView(
    long Id,
    string Title,
    string Content,
    string Category,
    [property: WordsOf(typeof(AnnouncementStatus))] string Status,
    string Audience,
    bool IsPinned,
    int Priority,
    UnixSeconds VisibleFrom,
    UnixSeconds? VisibleTo,
    UnixSeconds? PublishedAt,
    string PublishedBy,
    string CreatedBy,
    string UpdatedBy,
    UnixSeconds CreatedAt,
    UnixSeconds UpdatedAt);

/// <summary>Commands answer in the same shape as the list.</summary>
internal sealed class AnnouncementMaps : Mappings
{
    public AnnouncementMaps() => CreateMap<Announcement, AnnouncementView>();
}
