using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Uploads;

namespace VpsPanel.Application.Engagement.Uploads;

public interface IUploads : IRepository<Upload, UploadId>;
