using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Engagement.Announcements.AnnouncementMove;
using static VpsPanel.Domain.Engagement.Announcements.AnnouncementStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Engagement.Announcements.AnnouncementStatus, VpsPanel.Domain.Engagement.Announcements.AnnouncementMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Engagement.Announcements;

/// <summary>Publishing what is published moves its time. Nothing archives an announcement today; one that was archived by hand can be published again.</summary>
public static class AnnouncementFlow
{
    public static Flow<AnnouncementStatus, AnnouncementMove, ActorKind> Table { get; } = new(
        "announcement",
        new Step(Draft, Publish, Published, Admin),
        new Step(Published, Publish, Published, Admin),
        new Step(Archived, Publish, Published, Admin));
}
