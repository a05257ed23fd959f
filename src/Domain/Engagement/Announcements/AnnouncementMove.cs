namespace VpsPanel.Domain.Engagement.Announcements;

public enum AnnouncementMove
{
    Publish,
}
