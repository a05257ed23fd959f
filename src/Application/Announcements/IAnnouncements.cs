using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Announcements;

namespace VpsPanel.Application.Announcements;

public interface IAnnouncements : IRepository<Announcement, AnnouncementId>;

internal static class AnnouncementErrors
{
    public static Domain.Common.Error NotFound { get; } = Domain.Common.Error.NotFound("announcement.not_found", "announcement not found");
}
