using VpsPanel.Application.Engagement.Uploads;
using VpsPanel.Domain.Engagement.Uploads;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Uploads(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Upload, UploadId>(db, work, dialect), IUploads;
