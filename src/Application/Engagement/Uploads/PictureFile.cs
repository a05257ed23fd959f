namespace VpsPanel.Application.Engagement.Uploads;

/// <summary>An open file; the taker closes it.</summary>
public sealed record PictureFile(Stream Content, string Mime);
