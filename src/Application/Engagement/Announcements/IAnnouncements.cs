using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Announcements;

namespace VpsPanel.Application.Engagement.Announcements;

public interface IAnnouncements : IRepository<Announcement, AnnouncementId>;

internal static class AnnouncementErrors
{
    public static VpsPanel.Domain.Common.Error NotFound { get; } = VpsPanel.Domain.Common.Error.NotFound(
        "announcement.not_found", "announcement not found");
}
