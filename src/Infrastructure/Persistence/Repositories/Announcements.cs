using VpsPanel.Application.Engagement.Announcements;
using VpsPanel.Domain.Engagement.Announcements;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Announcements(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<Announcement, AnnouncementId>(db, work, dialect), IAnnouncements;
