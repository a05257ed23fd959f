namespace VpsPanel.Application.Engagement.Uploads;

/// <param name="Path">Below the store.</param>
public sealed record StoredPicture(string Path, string Mime, long Size);
