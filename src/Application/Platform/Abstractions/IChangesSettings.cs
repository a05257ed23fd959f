namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Changes settings and nothing else: leaves no audit row when they already were what they were to become.</summary>
public interface IChangesSettings : IAudited;
