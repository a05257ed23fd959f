namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>What this process remembers of the settings.</summary>
public interface ISettingsCache
{
    /// <summary>The next read sees the database.</summary>
    void Invalidate();
}
